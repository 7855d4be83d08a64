#include "core/download/transfer.h"

#include "core/base/atomic_file.h"
#include "core/download/http_words.h"

#include <fmt/format.h>

namespace nakama
{

namespace
{

constexpr int mostRedirects = 10;
constexpr std::int64_t spaceToSpare = 16 << 20; ///< what the rest of the program may need meanwhile

constexpr bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/** What a server says of itself rather than of the file; the same request may succeed a little later. */
constexpr bool isPassing(int status)
{
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

std::string hostOf(const std::string& address)
{
    return QUrl(QString::fromStdString(address)).host().toStdString();
}

Result<void> checkSpace(const PartialFile& part, std::int64_t total)
{
    std::error_code error;
    const auto space = std::filesystem::space(part.path().parent_path(), error);
    const auto missing = total - part.size();
    if (error || missing < 0 || static_cast<std::uintmax_t>(missing + spaceToSpare) <= space.available)
        return {};
    return fail(
        ErrorCode::DiskFull,
        fmt::format("{:.0f} MB are still to come, and only {:.0f} MB are free; free some space, or choose "
                    "another cache folder",
                    static_cast<double>(missing) / 1e6, static_cast<double>(space.available) / 1e6),
        part.path().parent_path().string());
}

TransferFailure lasting(Error error)
{
    return {std::move(error), false, std::nullopt};
}

TransferFailure passing(Error error)
{
    return {std::move(error), true, std::nullopt};
}

} // namespace

void Transfer::showProgress(JobContext& context, const char* stage) const
{
    const auto total = m_params.bytes > 0 ? m_params.bytes : std::max<std::int64_t>(m_total, 0);
    context.progress(m_part.size() / 1000, total / 1000, stage);
}

bool Transfer::mayResume() const
{
    // Without the server's word for the version only the hash can tell that the parts belong together.
    return m_part.size() > 0 && (!m_part.version().empty() || !m_params.sha256.empty());
}

tl::expected<void, TransferFailure> Transfer::attempt(JobContext& context)
{
    if (m_params.bytes > 0 && m_part.size() == m_params.bytes)
        return {}; // ended between the last byte and the verification
    QUrl url(QString::fromStdString(m_params.address));
    for (int redirects = 0; redirects <= mostRedirects; ++redirects) {
        QUrl target;
        m_startOver = false;
        auto outcome = ask(url, context, target);
        if (m_startOver) {
            if (auto emptied = m_part.restart({}); !emptied)
                return tl::unexpected(lasting(emptied.error()));
            continue; // the same question again, for all of it
        }
        if (!outcome || target.isEmpty())
            return outcome;
        target = url.resolved(target);
        if (!mayRedirect(url, target))
            return tl::unexpected(lasting(troubleOf(fmt::format(
                "the server sends on to {}, which is not https", target.toString().toStdString()))));
        url = target;
    }
    return tl::unexpected(lasting(troubleOf("the server sends in circles")));
}

Transfer::Outcome Transfer::ask(const QUrl& url, JobContext& context, QUrl& redirect)
{
    HttpRequest request{url, 0, {}, m_params.silence};
    if (mayResume()) {
        request.from = m_part.size();
        request.version = m_part.version();
    }
    m_takesBody = false;
    const auto answer = httpGet(
        request, [&](const HttpAnswer& head) { return takeHead(head); },
        [&](std::span<const std::byte> bytes) -> Result<void> {
            if (!m_takesBody)
                return {};
            NAKAMA_CHECK(m_part.append(bytes));
            showProgress(context, "downloading (kB)");
            return {};
        },
        context);
    if (!answer) {
        const auto& [kind, error] = answer.error();
        using Kind = HttpFailure::Kind;
        if (kind == Kind::Refused)
            return tl::unexpected(lasting(error));
        // A server that was there a moment ago may be back; one that never was is told at once.
        const bool mayPass = kind == Kind::Interrupted || m_answered;
        return tl::unexpected(TransferFailure{troubleOf(error.message), mayPass, std::nullopt});
    }
    if (isRedirect(answer->status)) {
        redirect = QUrl::fromEncoded(answer->location);
        if (!redirect.isEmpty())
            return {};
    }
    return judge(*answer);
}

Result<void> Transfer::takeHead(const HttpAnswer& answer)
{
    m_answered = true;
    if (answer.status == 206)
        return takeRest(answer);
    if (answer.status != 200)
        return {}; // judged when it has ended
    m_total = answer.length;
    NAKAMA_CHECK(checkTotal(m_total));
    NAKAMA_CHECK(m_part.restart(answer.version));
    m_takesBody = true;
    return {};
}

Result<void> Transfer::takeRest(const HttpAnswer& answer)
{
    const auto range = parseContentRange(answer.contentRange);
    const bool sameVersion =
        answer.version.empty() || m_part.version().empty() || answer.version == m_part.version();
    if (!range || range->first != m_part.size() || !sameVersion) {
        m_startOver = true;
        return fail(ErrorCode::Io, "the server answers with another part than was asked for");
    }
    m_total = range->total;
    NAKAMA_CHECK(checkTotal(m_total));
    m_takesBody = true;
    return {};
}

Result<void> Transfer::checkTotal(std::int64_t total)
{
    if (total < 0)
        return {};
    if (m_params.bytes > 0 && total != m_params.bytes)
        return fail(
            ErrorCode::CorruptData,
            fmt::format("the server offers {} bytes, but the published file has {}: this is another file",
                        total, m_params.bytes),
            m_params.address);
    return checkSpace(m_part, total);
}

Transfer::Outcome Transfer::judge(const HttpAnswer& answer)
{
    if (answer.status == 200 || answer.status == 206) {
        if (m_total >= 0 && m_part.size() < m_total)
            return tl::unexpected(passing(troubleOf("the connection ended early")));
        return {};
    }
    if (answer.status == 416 && m_part.size() > 0) { // there is nothing after what is here
        const auto range = parseContentRange(answer.contentRange);
        if (range && range->total == m_part.size())
            return {};
        m_startOver = true;
        return {};
    }
    const auto error = troubleOf(fmt::format("the server answers with status {}", answer.status));
    return tl::unexpected(TransferFailure{error, isPassing(answer.status), answer.retryAfter});
}

Error Transfer::troubleOf(const std::string& message) const
{
    return {ErrorCode::Io, message + m_params.advice, hostOf(m_params.address)};
}

} // namespace nakama
