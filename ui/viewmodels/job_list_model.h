#pragma once

#include "ui/viewmodels/job_runner.h"

#include <QAbstractListModel>

#include <vector>

namespace nakama
{

/** The jobs that a person sees, newest first: those that run, and those that ended, until they are cleared.
 */
class JobListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< qulonglong
        StateRole,             ///< int of JobState
        StatusRole,            ///< what is going on, in words
        PercentRole,           ///< 0…100, or −1 where the end is not known
        CancellableRole,       ///< bool: still going and not asked to stop yet
    };

    explicit JobListModel(JobRunner& runner, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const std::vector<JobSnapshot>& jobs() const { return m_jobs; }
    int runningCount() const;
    void clearEnded();

Q_SIGNALS:
    /** Something was added, changed or removed; for the line that sums the list up. */
    void summaryChanged();

private:
    void add(const JobSnapshot& job);
    void update(const JobSnapshot& job);

    std::vector<JobSnapshot> m_jobs;
};

/** What a job is doing, in words: "importing pictures, 120 of 800", "failed: …". */
QString jobStatusText(const JobSnapshot& job);

} // namespace nakama
