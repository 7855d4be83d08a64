#include "core/base/atomic_file.h"
#include "core/imaging/prepared_store.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace nakama
{

namespace
{

/** What the workers share; everything but next is guarded by mutex. */
struct Shared
{
    std::atomic<std::size_t> next{0};
    std::atomic<bool> stop{false};
    std::mutex mutex;
    Result<void> outcome;
    std::exception_ptr exception;
};

/** Files of an earlier run that was killed while writing. */
void removeLeftovers(const std::filesystem::path& ruleFolder)
{
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(ruleFolder, error))
        if (entry.is_directory(error))
            removeLeftoverTemporaries(entry.path());
}

/** An error of the cache's disk stops the job; one of a picture is only noted. */
bool endsTheJob(const Error& error, const PictureFile& picture)
{
    return error.code == ErrorCode::DiskFull ||
           ((error.code == ErrorCode::Io || error.code == ErrorCode::NotFound) &&
            error.context != picture.path.string());
}

} // namespace

PrepareJob::PrepareJob(PreparedStore store, std::vector<PictureFile> pictures, int threads)
    : m_store(std::move(store)), m_pictures(std::move(pictures)), m_threads(std::max(threads, 1))
{
}

Result<void> PrepareJob::run(JobContext& context)
{
    const auto start = std::chrono::steady_clock::now();
    m_result = {};
    removeLeftovers(m_store.pathOf("00").parent_path().parent_path());
    m_result.bytesBefore = m_store.diskBytes();
    const auto total = static_cast<std::int64_t>(m_pictures.size());
    context.progress(0, total, "preparing pictures");
    Shared shared;

    const auto prepareOne = [&](const PictureFile& picture) {
        const bool reused = m_store.has(picture.sha256);
        const auto prepared = reused ? Result<void>() : m_store.prepare(picture);
        const std::lock_guard lock(shared.mutex);
        if (!prepared && endsTheJob(prepared.error(), picture)) {
            shared.outcome = prepared;
            shared.stop = true;
            return;
        }
        if (!prepared)
            m_result.failed.push_back({picture.path, prepared.error().message});
        else
            ++(reused ? m_result.reused : m_result.prepared);
        context.progress(m_result.prepared + m_result.reused +
                             static_cast<std::int64_t>(m_result.failed.size()),
                         total, "preparing pictures");
    };
    const auto work = [&] {
        try {
            while (!shared.stop && !context.cancelled()) {
                const std::size_t index = shared.next++;
                if (index >= m_pictures.size())
                    return;
                prepareOne(m_pictures[index]);
            }
        } catch (...) { // an exception must reach the job's edge, not end the process
            const std::lock_guard lock(shared.mutex);
            shared.exception = std::current_exception();
            shared.stop = true;
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < m_threads; ++i)
            helpers.emplace_back(work);
        work();
    }
    m_result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    m_result.bytesAfter = m_store.diskBytes();
    std::ranges::sort(m_result.failed, {}, &PrepareFailure::path);
    if (shared.exception)
        std::rethrow_exception(shared.exception);
    NAKAMA_CHECK(shared.outcome);
    return context.checkpoint();
}

} // namespace nakama
