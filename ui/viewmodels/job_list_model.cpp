#include "ui/viewmodels/job_list_model.h"

#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/stage_text.h"

#include <QLocale>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr std::size_t endedJobsKept = 50;

bool hasEnded(const JobSnapshot& job)
{
    return job.state != JobState::Queued && job.state != JobState::Running;
}

int percentOf(const JobSnapshot& job)
{
    if (job.state == JobState::Succeeded)
        return 100;
    if (job.progress.total <= 0)
        return job.state == JobState::Running ? -1 : 0;
    return static_cast<int>(100 * std::clamp<std::int64_t>(job.progress.done, 0, job.progress.total) /
                            job.progress.total);
}

} // namespace

JobListModel::JobListModel(JobRunner& runner, QObject* parent) : QAbstractListModel(parent)
{
    connect(&runner, &JobRunner::jobAdded, this, &JobListModel::add);
    connect(&runner, &JobRunner::jobChanged, this, &JobListModel::update);
    connect(&runner, &JobRunner::jobFinished, this, &JobListModel::update);
}

int JobListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

QVariant JobListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& job = m_jobs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return job.options.title;
    case Qt::ToolTipRole:
        return job.state == JobState::Failed ? errorText(job.error) : jobStatusText(job);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(job.options.title, jobStatusText(job));
    case IdRole:
        return static_cast<qulonglong>(job.id);
    case StateRole:
        return static_cast<int>(job.state);
    case StatusRole:
        return jobStatusText(job);
    case PercentRole:
        return percentOf(job);
    case CancellableRole:
        return !hasEnded(job) && !job.cancelRequested;
    default:
        return {};
    }
}

int JobListModel::runningCount() const
{
    return static_cast<int>(
        std::count_if(m_jobs.begin(), m_jobs.end(), [](const JobSnapshot& job) { return !hasEnded(job); }));
}

void JobListModel::add(const JobSnapshot& job)
{
    if (job.options.visibility == JobVisibility::Hidden)
        return;
    if (m_jobs.size() >= endedJobsKept && hasEnded(m_jobs.back())) {
        const int last = rowCount() - 1;
        beginRemoveRows({}, last, last);
        m_jobs.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_jobs.insert(m_jobs.begin(), job);
    endInsertRows();
    Q_EMIT summaryChanged();
}

void JobListModel::update(const JobSnapshot& job)
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [&](const JobSnapshot& known) { return known.id == job.id; });
    if (found == m_jobs.end())
        return;
    *found = job;
    const auto changed = index(static_cast<int>(found - m_jobs.begin()));
    Q_EMIT dataChanged(changed, changed);
    Q_EMIT summaryChanged();
}

void JobListModel::clearEnded()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!hasEnded(m_jobs[static_cast<std::size_t>(row)]))
            continue;
        beginRemoveRows({}, row, row);
        m_jobs.erase(m_jobs.begin() + row);
        endRemoveRows();
    }
    Q_EMIT summaryChanged();
}

QString jobStatusText(const JobSnapshot& job)
{
    switch (job.state) {
    case JobState::Succeeded:
        return JobListModel::tr("Done");
    case JobState::Failed:
        return JobListModel::tr("Failed: %1").arg(toQString(job.error.text()));
    case JobState::Cancelled:
        return JobListModel::tr("Cancelled");
    case JobState::Queued:
        return job.cancelRequested ? JobListModel::tr("Stopping…") : JobListModel::tr("Waiting for its turn");
    case JobState::Running:
        break;
    }
    if (job.cancelRequested)
        return JobListModel::tr("Stopping…");
    if (job.progress.stage.empty())
        return JobListModel::tr("Working…");
    const QString stage = stageText(job.progress.stage);
    if (job.progress.total <= 0)
        return stage;
    const QLocale locale;
    return JobListModel::tr("%1, %2 of %3", "stage, done, total")
        .arg(stage, locale.toString(static_cast<qlonglong>(job.progress.done)),
             locale.toString(static_cast<qlonglong>(job.progress.total)));
}

} // namespace nakama
