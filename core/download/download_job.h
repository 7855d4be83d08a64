#pragma once

#include "core/base/job.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

namespace nakama
{

struct DownloadParams
{
    std::string address; ///< https; http where the person chose it
    std::filesystem::path target;
    std::int64_t bytes = 0; ///< what the file must have; 0: not known
    std::string sha256;     ///< its first digits, or empty
    std::string advice;     ///< what messages about the network end with: another way to the file
    /** Looks at the whole file before it gets its name; an error refuses it. May be empty. */
    std::function<Result<void>(const std::filesystem::path&)> check;

    int attempts = 6;                           ///< in a row that bring nothing new
    std::chrono::milliseconds firstPause{1000}; ///< before the second attempt; doubles from one to the next
    std::chrono::milliseconds longestPause{300'000}; ///< also of what a server may ask for
    std::chrono::milliseconds silence{30'000};       ///< after which a connection counts as lost
};

/**
 * Downloads one file over HTTP: goes on where an earlier download of the same version stopped, tries again
 * after passing troubles, verifies size and SHA-256, and only then gives the file its name. Cancelled, killed
 * or failed, what came stays in NAME.part for the next time; a file that is not what it should be is removed.
 *
 * Errors: Io (no connection, the server's refusal; the message has its words), CorruptData (other size, hash
 * or content than expected), DiskFull, Busy, InvalidArgument (the address).
 */
class DownloadJob : public Job
{
public:
    explicit DownloadJob(DownloadParams params);

    std::string name() const override { return "download " + m_params.target.filename().string(); }
    Result<void> run(JobContext& context) override;

    /** Of the file; known after success. */
    const std::string& sha256() const { return m_sha256; }

private:
    DownloadParams m_params;
    std::string m_sha256;
};

/** SHA-256 of a file, with progress and the chance to cancel. Errors: as sha256OfFile, Cancelled. */
Result<std::string> hashFile(const std::filesystem::path& path, JobContext& context);

} // namespace nakama
