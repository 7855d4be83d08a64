#include "core/download/download_job.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/download/transfer.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <thread>
#include <vector>

namespace nakama
{

namespace
{

using namespace std::chrono_literals;

Result<void> wait(std::chrono::milliseconds pause, JobContext& context)
{
    const auto end = std::chrono::steady_clock::now() + pause;
    while (std::chrono::steady_clock::now() < end) {
        NAKAMA_CHECK(context.checkpoint());
        std::this_thread::sleep_for(std::min<std::chrono::milliseconds>(50ms, pause));
    }
    return context.checkpoint();
}

/** Attempts until the file is complete, or an attempt's failure is final. */
Result<void> transferAll(const DownloadParams& params, PartialFile& part, JobContext& context)
{
    Transfer transfer(params, part);
    auto pause = params.firstPause;
    for (int fruitless = 0;;) {
        NAKAMA_CHECK(context.checkpoint());
        const auto before = part.size();
        transfer.showProgress(context, "downloading (kB)");
        const auto outcome = transfer.attempt(context);
        if (outcome)
            return {};
        const auto& failure = outcome.error();
        if (part.size() > before) {
            fruitless = 0;
            pause = params.firstPause;
        }
        if (!failure.mayPass || ++fruitless >= params.attempts)
            return fail(failure.error);
        const auto wanted = failure.retryAfter ? std::chrono::milliseconds(*failure.retryAfter) : pause;
        if (wanted > params.longestPause)
            return fail(ErrorCode::Io,
                        fmt::format("the server asks to come back in {} minutes; try again then",
                                    std::chrono::ceil<std::chrono::minutes>(wanted).count()),
                        failure.error.context);
        transfer.showProgress(context, "waiting to try again");
        NAKAMA_CHECK(wait(wanted, context));
        pause = std::min(2 * pause, params.longestPause);
    }
}

Result<void> verify(const DownloadParams& params, const std::filesystem::path& path,
                    const std::string& sha256)
{
    if (!sha256.starts_with(params.sha256))
        return fail(
            ErrorCode::CorruptData,
            fmt::format("what came is not the published file, and was removed: its SHA-256 is {}, and should "
                        "{} {}; try again, or use another mirror",
                        sha256, params.sha256.size() == sha256.size() ? "be" : "begin with", params.sha256),
            params.address);
    return params.check ? params.check(path) : Result<void>{};
}

} // namespace

DownloadJob::DownloadJob(DownloadParams params) : m_params(std::move(params)) {}

Result<void> DownloadJob::run(JobContext& context)
{
    NAKAMA_TRY(auto part, PartialFile::open(m_params.target));
    if (m_params.bytes > 0 && part.size() > m_params.bytes)
        NAKAMA_CHECK(part.restart({}));
    NAKAMA_CHECK(transferAll(m_params, part, context));
    NAKAMA_TRY(m_sha256, hashFile(part.path(), context));
    if (auto verified = verify(m_params, part.path(), m_sha256); !verified) {
        part.discard();
        return verified;
    }
    return part.commit();
}

Result<std::string> hashFile(const std::filesystem::path& path, JobContext& context)
{
    std::error_code error;
    const auto total = static_cast<std::int64_t>(std::filesystem::file_size(path, error));
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return fail(systemError(error ? error.value() : errno, "read the file", path));
    Hasher hasher;
    std::vector<char> block(1 << 20);
    for (std::int64_t done = 0; file;) {
        NAKAMA_CHECK(context.checkpoint());
        context.progress(done / 1000, total / 1000, "checking the file (kB)");
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        hasher.update(std::as_bytes(std::span(block.data(), static_cast<std::size_t>(file.gcount()))));
        done += file.gcount();
    }
    if (file.bad())
        return fail(ErrorCode::Io, "could not read the file to its end", path.string());
    return hasher.hexDigest();
}

} // namespace nakama
