#include "ui/viewmodels/job_runner.h"

#include <QPointer>
#include <QRunnable>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace nakama
{

namespace
{

using namespace std::chrono_literals;
constexpr auto progressInterval = 50ms;

} // namespace

/** A job with what is known of it. The snapshot belongs to the runner's thread; the rest says how it is
 * shared. */
struct JobRunner::Entry : QRunnable, std::enable_shared_from_this<Entry>
{
    JobRunner* runner = nullptr;
    std::shared_ptr<Job> job;
    Done done;
    QPointer<QObject> context;
    CancelToken token; // shared by nature
    JobSnapshot snapshot;

    std::mutex mutex; // guards the three below, written on the job's thread
    Progress latest;
    bool latestIsNew = false;
    JobOutcome outcome;

    /** What was done on one thread before is seen on another after. Qt's queues see to that too, but tools
     * that look for races do not see into Qt. */
    void handOver() { const std::lock_guard lock(mutex); }

    void keepOutcome(JobOutcome ended)
    {
        const std::lock_guard lock(mutex);
        outcome = std::move(ended);
    }

    JobOutcome takeOutcome()
    {
        const std::lock_guard lock(mutex);
        return std::move(outcome);
    }

    void run() override
    {
        handOver();
        const auto self = shared_from_this();
        const JobId id = snapshot.id;
        QMetaObject::invokeMethod(
            runner, [owner = runner, id] { owner->takeStart(id); }, Qt::QueuedConnection);
        JobContext jobContext(token, [this](const Progress& progress) {
            const std::lock_guard lock(mutex);
            latest = progress;
            latestIsNew = true;
        });
        keepOutcome(token.requested() ? JobOutcome{JobState::Cancelled, {}} : runJob(*job, jobContext));
        QMetaObject::invokeMethod(
            runner, [owner = runner, id] { owner->takeEnd(id); }, Qt::QueuedConnection);
    }
};

JobRunner::JobRunner(QObject* parent) : QObject(parent)
{
    pool(JobLane::Gpu).setMaxThreadCount(1);
    pool(JobLane::Cpu).setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    pool(JobLane::Net).setMaxThreadCount(6); // they wait for servers, and small questions not for downloads
    pool(JobLane::Quick).setMaxThreadCount(2);
    pool(JobLane::Edit).setMaxThreadCount(1);
    m_progressTimer.setInterval(progressInterval);
    connect(&m_progressTimer, &QTimer::timeout, this, &JobRunner::reportProgress);
}

JobRunner::~JobRunner()
{
    for (const auto& [id, entry] : m_entries)
        entry->token.request();
    for (auto& pool : m_pools) {
        pool.clear();
        pool.waitForDone();
    }
}

JobId JobRunner::start(std::shared_ptr<Job> job, const JobOptions& options, QObject* context, Done done)
{
    drop(options.replaces);
    auto entry = std::make_shared<Entry>();
    entry->setAutoDelete(false);
    entry->runner = this;
    entry->job = std::move(job);
    entry->done = std::move(done);
    entry->context = context;
    entry->snapshot.id = m_nextId++;
    entry->snapshot.options = options;
    const JobSnapshot added = entry->snapshot;
    m_entries.emplace(added.id, entry);
    entry->handOver();
    Q_EMIT jobAdded(added);
    pool(options.lane).start(entry.get());
    m_progressTimer.start();
    return added.id;
}

void JobRunner::drop(const QString& key)
{
    if (key.isEmpty())
        return;
    for (const auto& [id, entry] : m_entries)
        if (entry->snapshot.options.replaces == key) {
            entry->done = {};
            cancel(id);
        }
}

void JobRunner::cancel(JobId id, StopMode mode)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    const auto entry = found->second;
    entry->token.request(mode);
    if (entry->snapshot.cancelRequested)
        return;
    entry->snapshot.cancelRequested = true;
    Q_EMIT jobChanged(entry->snapshot);
    // A job that still waits ends at once, not when its turn comes; later, so that no caller is surprised.
    if (pool(entry->snapshot.options.lane).tryTake(entry.get()))
        QMetaObject::invokeMethod(
            this,
            [this, id] {
                m_entries.at(id)->keepOutcome({JobState::Cancelled, {}});
                takeEnd(id);
            },
            Qt::QueuedConnection);
}

void JobRunner::cancelAll()
{
    for (const auto& job : active())
        cancel(job.id);
}

std::vector<JobSnapshot> JobRunner::active() const
{
    std::vector<JobSnapshot> jobs;
    for (const auto& [id, entry] : m_entries)
        jobs.push_back(entry->snapshot);
    return jobs;
}

void JobRunner::takeStart(JobId id)
{
    const auto& entry = m_entries.at(id);
    entry->snapshot.state = JobState::Running;
    Q_EMIT jobChanged(entry->snapshot);
}

void JobRunner::takeEnd(JobId id)
{
    reportProgress();
    const auto entry = m_entries.at(id);
    const auto outcome = entry->takeOutcome();
    m_entries.erase(id);
    if (m_entries.empty())
        m_progressTimer.stop();
    entry->snapshot.state = outcome.state;
    entry->snapshot.error = outcome.error;
    if (entry->done && entry->context)
        entry->done(outcome);
    entry->done = {};
    entry->job.reset(); // what it held, a workspace's lock for one, is free when its end is told
    Q_EMIT jobFinished(entry->snapshot);
}

void JobRunner::reportProgress()
{
    std::vector<JobSnapshot> changed;
    for (const auto& [id, entry] : m_entries) {
        const std::lock_guard lock(entry->mutex);
        if (!std::exchange(entry->latestIsNew, false))
            continue;
        entry->snapshot.progress = entry->latest;
        changed.push_back(entry->snapshot);
    }
    for (const auto& job : changed)
        Q_EMIT jobChanged(job);
}

} // namespace nakama
