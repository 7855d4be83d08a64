#pragma once

#include "core/base/job.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <type_traits>
#include <vector>

namespace nakama
{

/** Which resource a job competes for; jobs of one lane beyond its width wait their turn. */
enum class JobLane {
    Gpu,   ///< training and evaluation: one at a time
    Cpu,   ///< import, split, painting
    Net,   ///< downloads
    Quick, ///< reads for the window that must not wait behind long jobs
    Edit,  ///< changes by hand: one at a time, in the order in which they were made
};

/** Whether a person sees a job in the job list. */
enum class JobVisibility { Listed, Hidden };

/** What a job works on, and so what ends it: a workspace that is closed, or only the program's own end. */
enum class JobScope { Workspace, Program };

using JobId = std::uint64_t;

struct JobOptions
{
    JobLane lane = JobLane::Cpu;
    JobVisibility visibility = JobVisibility::Listed;
    JobScope scope = JobScope::Workspace;
    QString title;    ///< what a person calls it, translated
    QString replaces; ///< a job started under the same non-empty key cancels the one before, whose result is
                      ///< dropped
};

/** What is known of a job at one moment. */
struct JobSnapshot
{
    JobId id = 0;
    JobOptions options;
    JobState state = JobState::Queued;
    Progress progress;
    bool cancelRequested = false;
    Error error; ///< for Failed
};

/**
 * Runs jobs on threads, in lanes, and tells the thread that it lives on about them: progress at most twenty
 * times a second, the end once. A job that is replaced or whose context is gone ends unheard. Destruction
 * cancels and joins everything.
 */
class JobRunner : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const JobOutcome&)>;

    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;

    /** Queues a job; done is called on the runner's thread, unless context was destroyed or the job replaced.
     */
    JobId start(std::shared_ptr<Job> job, const JobOptions& options, QObject* context, Done done);

    /** The same for a job whose results are wanted: done gets the job. */
    template<typename J, typename F>
    requires std::is_invocable_v<F, J&, const JobOutcome&>
        JobId start(std::shared_ptr<J> job, const JobOptions& options, QObject* context, F done)
    {
        return start(std::shared_ptr<Job>(job), options, context,
                     Done([job, done](const JobOutcome& outcome) { done(*job, outcome); }));
    }

    /** Asks a job to stop, or to hurry with it; it ends as Cancelled when it has. Ids of ended jobs are
     * ignored. */
    void cancel(JobId id, StopMode mode = StopMode::AfterThis);
    void cancelAll();

    /** Jobs that have not ended, oldest first, queued ones included. */
    std::vector<JobSnapshot> active() const;

Q_SIGNALS:
    void jobAdded(const nakama::JobSnapshot& job);
    /** State, progress or the wish to stop changed. */
    void jobChanged(const nakama::JobSnapshot& job);
    /** The end; after done was called. */
    void jobFinished(const nakama::JobSnapshot& job);

private:
    struct Entry;
    QThreadPool& pool(JobLane lane) { return m_pools[static_cast<std::size_t>(lane)]; }
    void drop(const QString& key);
    void takeStart(JobId id);
    void takeEnd(JobId id);
    void reportProgress();

    std::map<JobId, std::shared_ptr<Entry>> m_entries;
    std::array<QThreadPool, 5> m_pools;
    QTimer m_progressTimer;
    JobId m_nextId = 1;
};

} // namespace nakama
