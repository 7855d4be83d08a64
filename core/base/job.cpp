#include "core/base/job.h"

#include <spdlog/spdlog.h>

#include <exception>
#include <new>

namespace nakama
{

JobContext::JobContext(CancelToken token, ProgressSink sink)
    : m_token(std::move(token)), m_sink(std::move(sink))
{
}

void JobContext::progress(std::int64_t done, std::int64_t total, std::string stage)
{
    if (m_sink)
        m_sink(Progress{done, total, std::move(stage)});
}

Result<void> JobContext::checkpoint() const
{
    if (cancelled())
        return fail(ErrorCode::Cancelled, "cancelled");
    return {};
}

namespace
{

JobOutcome failed(const Job& job, Error error)
{
    spdlog::error("{} failed [{}]: {}", job.name(), errorCodeName(error.code), error.text());
    return {JobState::Failed, std::move(error)};
}

} // namespace

JobOutcome runJob(Job& job, JobContext& context)
{
    spdlog::info("{} started", job.name());
    try {
        auto result = job.run(context);
        if (result) {
            spdlog::info("{} succeeded", job.name());
            return {JobState::Succeeded, {}};
        }
        if (result.error().code == ErrorCode::Cancelled) {
            spdlog::info("{} cancelled", job.name());
            return {JobState::Cancelled, {}};
        }
        return failed(job, std::move(result).error());
    } catch (const std::bad_alloc&) {
        return failed(job, {ErrorCode::OutOfMemory,
                            "the machine ran out of memory; close other programs or "
                            "use smaller pictures or a smaller batch",
                            {}});
    } catch (const std::exception& exception) {
        return failed(job, {ErrorCode::Internal, exception.what(), {}});
    }
}

} // namespace nakama
