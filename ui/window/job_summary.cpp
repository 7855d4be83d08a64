#include "ui/window/job_summary.h"

#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace nakama
{

namespace
{

/** The job that runs and was started last; an invalid index where none does. */
QModelIndex runningJob(const JobListModel& model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto index = model.index(row);
        if (index.data(JobListModel::StateRole).toInt() == static_cast<int>(JobState::Running))
            return index;
    }
    return {};
}

} // namespace

JobSummary::JobSummary(JobListModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_text(new QLabel), m_progress(new QProgressBar),
      m_open(new QToolButton)
{
    m_text->setTextFormat(Qt::PlainText);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(140);
    m_open->setIcon(icon(Icon::Jobs));
    m_open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_open->setAutoRaise(true);
    m_open->setFocusPolicy(Qt::TabFocus);
    m_open->setToolTip(tr("Show or hide the list of jobs (Ctrl+J)"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 6, 2);
    layout->setSpacing(10);
    layout->addWidget(m_text);
    layout->addWidget(m_progress);
    layout->addWidget(m_open);
    connect(m_open, &QToolButton::clicked, this, &JobSummary::listRequested);
    connect(&model, &JobListModel::summaryChanged, this, &JobSummary::update);
    update();
}

void JobSummary::update()
{
    const int count = m_model.runningCount();
    const QModelIndex job = runningJob(m_model);
    m_text->setVisible(job.isValid());
    m_progress->setVisible(job.isValid());
    if (job.isValid()) {
        const int percent = job.data(JobListModel::PercentRole).toInt();
        m_text->setText(job.data(Qt::DisplayRole).toString());
        m_progress->setRange(0, percent < 0 ? 0 : 100);
        m_progress->setValue(percent);
    }
    m_open->setText(count == 0 ? tr("Jobs") : tr("%n job(s)", nullptr, count));
    m_open->setAccessibleName(count == 0 ? tr("Job list, nothing is running")
                                         : tr("Job list, %n running", nullptr, count));
}

} // namespace nakama
