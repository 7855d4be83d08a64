#include "core/danbooru/picture_attempt.h"

#include "core/base/atomic_file.h"
#include "core/download/http_words.h"
#include "core/imaging/decode.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

namespace nakama
{

namespace
{

using Kind = Trouble::Kind;

constexpr int mostRedirects = 5;
constexpr std::int64_t mostBytes = std::int64_t{100} << 20; ///< what the server itself accepts

/** A file that is written from its beginning, and hashed on the way. */
class Sink
{
public:
    static Result<Sink> open(const std::filesystem::path& path)
    {
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (descriptor < 0)
            return fail(systemError(errno, "store the picture", path));
        return Sink(path, descriptor);
    }
    Sink(Sink&& other) noexcept
        : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1)),
          m_sha256(std::move(other.m_sha256)), m_md5(std::move(other.m_md5)), m_bytes(other.m_bytes)
    {
    }
    ~Sink()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

    Result<void> write(std::span<const std::byte> bytes)
    {
        m_sha256.update(bytes);
        m_md5.update(bytes);
        m_bytes += std::ssize(bytes);
        if (m_bytes > mostBytes)
            return fail(
                ErrorCode::TooLarge,
                fmt::format("the file is larger than {} MB, more than a post may have", mostBytes >> 20));
        while (!bytes.empty()) {
            const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written >= 0)
                bytes = bytes.subspan(static_cast<std::size_t>(written));
            else if (errno != EINTR)
                return fail(systemError(errno, "store the picture", m_path));
        }
        return {};
    }

    std::int64_t bytes() const { return m_bytes; }
    void describe(NewImage& image)
    {
        image.sha256 = m_sha256.hexDigest();
        image.md5 = m_md5.hexDigest();
        image.bytes = m_bytes;
    }

private:
    Sink(std::filesystem::path path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}

    std::filesystem::path m_path;
    int m_descriptor;
    Hasher m_sha256{HashKind::Sha256};
    Hasher m_md5{HashKind::Md5};
    std::int64_t m_bytes = 0;
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

tl::unexpected<Trouble> lasting(Error error)
{
    return tl::unexpected(Trouble{Kind::Lasting, std::move(error)});
}

} // namespace

PictureAttempt::Outcome PictureAttempt::download(const JobContext& context)
{
    QUrl url(QString::fromStdString(m_asked.url));
    for (int redirects = 0; redirects <= mostRedirects; ++redirects) {
        QUrl target;
        auto outcome = ask(url, context, target);
        if (!outcome || target.isEmpty())
            return outcome;
        target = url.resolved(target);
        if (!mayRedirect(url, target))
            return lasting(
                {ErrorCode::Io,
                 fmt::format("the picture's host sends on to {}, which is not https", shownAddress(target)),
                 m_asked.url});
        url = target;
    }
    return lasting({ErrorCode::Io, "the picture's host sends in circles", m_asked.url});
}

PictureAttempt::Outcome PictureAttempt::ask(const QUrl& url, const JobContext& context, QUrl& redirect)
{
    auto sink = Sink::open(m_file);
    if (!sink)
        return tl::unexpected(Trouble{Kind::OfAll, sink.error()});
    HttpRequest request;
    request.url = url;
    request.silence = m_params.client.silence;
    request.userAgent = QByteArray::fromStdString(m_params.userAgent);
    bool isPicture = false;
    std::string words; // of a refusal
    const auto takeHead = [&](const HttpAnswer& head) -> Result<void> {
        isPicture = head.status == 200;
        return {};
    };
    const auto takeBody = [&](std::span<const std::byte> bytes) -> Result<void> {
        if (isPicture)
            return sink->write(bytes);
        constexpr std::size_t mostWords = 1 << 16;
        if (words.size() < mostWords)
            words.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return {};
    };
    const auto answer = m_session.get(request, takeHead, takeBody, context);
    if (!answer)
        return tl::unexpected(troubleOf(answer.error(), url));
    if (isRedirect(answer->status) && !answer->location.isEmpty()) {
        redirect = QUrl::fromEncoded(answer->location);
        return {};
    }
    if (answer->status != 200)
        return tl::unexpected(troubleOf(*answer, words, url, Asked::Picture));
    const auto bytes = sink->bytes();
    sink->describe(m_image);
    return compare(*answer, bytes, url);
}

Trouble PictureAttempt::wrongContent(const std::string& what) const
{
    Trouble trouble{Kind::Passing, {ErrorCode::CorruptData, what, m_asked.url}};
    trouble.wrongContent = true;
    return trouble;
}

PictureAttempt::Outcome PictureAttempt::compare(const HttpAnswer& answer, std::int64_t bytes, const QUrl& url)
{
    const bool isPage = answer.contentType.toLower().startsWith("text/html");
    if (isPage)
        return tl::unexpected(wrongContent("the picture's host " + url.host().toStdString() +
                                           " sent a web page instead of the picture"));
    if (bytes == 0)
        return tl::unexpected(wrongContent("an empty file came"));
    if (m_asked.bytes > 0 && bytes != m_asked.bytes)
        return tl::unexpected(
            wrongContent(fmt::format("{} bytes came, and the post's file has {}", bytes, m_asked.bytes)));
    if (!m_asked.md5.empty() && m_image.md5 != m_asked.md5)
        return tl::unexpected(wrongContent(fmt::format(
            "what came is not the post's file: its MD5 is {}, not {}", m_image.md5, m_asked.md5)));
    return {};
}

PictureAttempt::Outcome PictureAttempt::examine()
{
    const auto content = readFile(m_file);
    if (!content)
        return tl::unexpected(Trouble{Kind::OfAll, content.error()});
    const auto info = probeImage(*content, m_asked.url);
    const auto decoded = info ? decodeImage(*content, m_asked.url) : fail(info.error());
    if (!decoded) {
        // A file with the published MD5 stays what it is; another one may have been damaged on the way.
        if (!m_asked.md5.empty())
            return lasting(decoded.error());
        return tl::unexpected(wrongContent(decoded.error().message));
    }
    m_image.extension = imageFormatExtension(info->format);
    m_image.width = info->width;
    m_image.height = info->height;
    return {};
}

} // namespace nakama
