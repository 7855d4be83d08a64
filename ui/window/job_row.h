#pragma once

#include "ui/viewmodels/job_runner.h"

#include <QModelIndex>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace nakama
{

/** A job as the job list shows it: title, what it is doing, how far it is, and a way to stop it. */
class JobRow : public QWidget
{
    Q_OBJECT

public:
    explicit JobRow(QWidget* parent = nullptr);

    /** Takes the figures of a row of a JobListModel. */
    void setJob(const QModelIndex& job);

Q_SIGNALS:
    void cancelRequested(nakama::JobId id);

private:
    JobId m_id = 0;
    QLabel* m_title;
    QLabel* m_status;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
};

} // namespace nakama
