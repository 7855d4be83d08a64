#pragma once

#include "core/base/result.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace nakama
{

/** How far a job is; total 0 means that the end is not known yet. */
struct Progress
{
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string stage; ///< a short English verb phrase, "importing pictures"; the window translates it
};

/** How a job is to stop: after the piece of work at hand, which is kept, or at once, without it. */
enum class StopMode : unsigned { AfterThis = 1, Now = 3 };

/**
 * Shared wish to stop. Copies share one flag; asking is a relaxed atomic load, so jobs ask often.
 * Safe to request from any thread and from a signal handler. Now stays now, whatever is requested later.
 */
class CancelToken
{
public:
    CancelToken() : m_wish(std::make_shared<std::atomic<unsigned>>(0)) {}

    void request(StopMode mode = StopMode::AfterThis) const noexcept
    {
        m_wish->fetch_or(static_cast<unsigned>(mode), std::memory_order_relaxed);
    }
    /** Whether to stop in this way or in a more urgent one. */
    bool requested(StopMode mode = StopMode::AfterThis) const noexcept
    {
        const auto bits = static_cast<unsigned>(mode);
        return (m_wish->load(std::memory_order_relaxed) & bits) == bits;
    }

private:
    std::shared_ptr<std::atomic<unsigned>> m_wish; ///< bits of the modes
};

/** What a job sees of the world: where to report progress, and whether to stop. Knows no thread, no widget.
 */
class JobContext
{
public:
    using ProgressSink = std::function<void(const Progress&)>;

    /** sink may be empty; it is called on the job's thread, or on a worker of the job, one call at a time. */
    explicit JobContext(CancelToken token = {}, ProgressSink sink = {});

    void progress(std::int64_t done, std::int64_t total, std::string stage);
    bool cancelled() const noexcept { return m_token.requested(); }
    /** Whether the piece of work at hand is to be abandoned too, and nothing more written. */
    bool cancelledNow() const noexcept { return m_token.requested(StopMode::Now); }
    const CancelToken& token() const noexcept { return m_token; }

    /** An error with ErrorCode::Cancelled when cancelled; for NAKAMA_CHECK in loops. */
    Result<void> checkpoint() const;

private:
    CancelToken m_token;
    ProgressSink m_sink;
};

/** A piece of long work. Parameters come by constructor, results through the subclass's own getters. */
class Job
{
public:
    Job() = default;
    virtual ~Job() = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    /** What a person would call it, in English; for logs and the command line. */
    virtual std::string name() const = 0;

    /** Does the work; returns ErrorCode::Cancelled soon after context.cancelled() turns true. */
    virtual Result<void> run(JobContext& context) = 0;
};

enum class JobState { Queued, Running, Succeeded, Failed, Cancelled };

/** How a job ended; error is set for Failed only. */
struct JobOutcome
{
    JobState state = JobState::Succeeded;
    Error error;
};

/**
 * Runs a job on the calling thread: the inline runner, and the edge at which exceptions of libraries turn
 * into an Error, once. Cancellation is an outcome of its own, never a failure.
 */
JobOutcome runJob(Job& job, JobContext& context);

} // namespace nakama
