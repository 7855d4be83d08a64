#pragma once

#include "core/danbooru/collect_job.h"

#include <QAbstractTableModel>

#include <vector>

namespace nakama
{

/** Posts whose pictures could not be had, and why. */
class CollectFailuresModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ClassColumn, PostColumn, ReasonColumn, ColumnCount };

    explicit CollectFailuresModel(QObject* parent = nullptr);

    /** classes: all of the workspace, for their names. */
    void setFailures(const std::vector<CollectFailure>& failures, const std::vector<ClassInfo>& classes);
    const std::vector<CollectFailure>& failures() const { return m_failures; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString className(int classIndex) const;

    std::vector<CollectFailure> m_failures;
    std::vector<ClassInfo> m_classes;
};

} // namespace nakama
