#include "ui/window/job_row.h"

#include "ui/theme/icons.h"
#include "ui/viewmodels/job_list_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace nakama
{

JobRow::JobRow(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_status(new QLabel), m_progress(new QProgressBar),
      m_cancel(new QToolButton)
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setMinimumWidth(240);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(220);
    m_cancel->setIcon(icon(Icon::Stop));
    m_cancel->setAutoRaise(true);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    m_cancel->setToolTip(tr("Stop this job"));

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 4, 8, 4);
    layout->setSpacing(14);
    layout->addWidget(m_title);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, [this] { Q_EMIT cancelRequested(m_id); });
}

void JobRow::setJob(const QModelIndex& job)
{
    m_id = job.data(JobListModel::IdRole).toULongLong();
    const QString title = job.data(Qt::DisplayRole).toString();
    m_title->setText(title);
    m_status->setText(job.data(JobListModel::StatusRole).toString());
    m_status->setToolTip(job.data(Qt::ToolTipRole).toString());
    const int percent = job.data(JobListModel::PercentRole).toInt();
    m_progress->setRange(0, percent < 0 ? 0 : 100);
    m_progress->setValue(percent);
    const auto state = static_cast<JobState>(job.data(JobListModel::StateRole).toInt());
    m_progress->setVisible(state == JobState::Running || state == JobState::Queued);
    m_cancel->setEnabled(job.data(JobListModel::CancellableRole).toBool());
    m_cancel->setVisible(m_progress->isVisibleTo(this));
    m_cancel->setAccessibleName(tr("Stop %1").arg(title));
    setAccessibleName(job.data(Qt::AccessibleTextRole).toString());
}

} // namespace nakama
