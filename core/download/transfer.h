#pragma once

#include "core/download/download_job.h"
#include "core/download/http_get.h"
#include "core/download/partial_file.h"

#include <optional>

namespace nakama
{

/** How one attempt ended that did not complete the file. */
struct TransferFailure
{
    Error error;
    bool mayPass = false; ///< another attempt may do better
    std::optional<std::chrono::seconds> retryAfter;
};

/** The part of a file that is on the disk, and the requests that complete it. */
class Transfer
{
public:
    Transfer(const DownloadParams& params, PartialFile& part) : m_params(params), m_part(part) {}

    /** One attempt: asks for what is missing, follows redirects, and writes what comes. */
    tl::expected<void, TransferFailure> attempt(JobContext& context);

    void showProgress(JobContext& context, const char* stage) const;

private:
    using Outcome = tl::expected<void, TransferFailure>;

    Outcome ask(const QUrl& url, JobContext& context, QUrl& redirect);
    Result<void> takeHead(const HttpAnswer& answer);
    Result<void> takeRest(const HttpAnswer& answer);
    Error troubleOf(const std::string& message) const;
    Outcome judge(const HttpAnswer& answer);
    bool mayResume() const;
    Result<void> checkTotal(std::int64_t total);

    const DownloadParams& m_params;
    PartialFile& m_part;
    std::int64_t m_total = -1; ///< bytes of the whole file, as the server says
    bool m_answered = false;   ///< the server was reached before
    bool m_takesBody = false;  ///< the body that comes belongs into the file
    bool m_startOver = false;  ///< what is on the disk is of no use
};

} // namespace nakama
