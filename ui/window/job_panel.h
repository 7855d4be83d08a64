#pragma once

#include "ui/viewmodels/job_list_model.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace nakama
{

/** The job list: one row a job, newest first. */
class JobPanel : public QWidget
{
    Q_OBJECT

public:
    explicit JobPanel(JobListModel& model, QWidget* parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void cancelRequested(nakama::JobId id);

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void updateRows(int first, int last);

    JobListModel& m_model;
    QVBoxLayout* m_rows;
    QLabel* m_empty;
};

} // namespace nakama
