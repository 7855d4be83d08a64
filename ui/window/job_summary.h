#pragma once

#include "ui/viewmodels/job_list_model.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace nakama
{

/** The job list in one line for the status bar: what runs now, how far it is, and a button that opens the
 * list. */
class JobSummary : public QWidget
{
    Q_OBJECT

public:
    explicit JobSummary(JobListModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void listRequested();

private:
    void update();

    JobListModel& m_model;
    QLabel* m_text;
    QProgressBar* m_progress;
    QToolButton* m_open;
};

} // namespace nakama
