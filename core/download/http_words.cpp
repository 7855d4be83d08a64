#include "core/download/http_words.h"

#include <algorithm>

namespace nakama
{

std::optional<ContentRange> parseContentRange(const QByteArray& header)
{
    if (!header.startsWith("bytes "))
        return std::nullopt;
    const auto slash = header.indexOf('/');
    const QByteArray range = header.mid(6, slash - 6).trimmed();
    const QByteArray total = header.mid(slash + 1).trimmed();
    const auto number = [](const QByteArray& text) -> std::int64_t {
        bool isNumber = false;
        const auto value = text.toLongLong(&isNumber);
        return isNumber && value >= 0 ? value : -1;
    };
    const ContentRange result{number(range.left(range.indexOf('-'))), number(total)};
    const bool wellFormed =
        slash > 6 && (range == "*" || result.first >= 0) && (total == "*" || result.total >= 0);
    return wellFormed ? std::optional(result) : std::nullopt;
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray& header, const QDateTime& now)
{
    bool isNumber = false;
    const auto seconds = header.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds(std::max(seconds, 0LL));
    // Qt reads the zone as "+0000", HTTP writes "GMT".
    const auto text =
        QString::fromLatin1(header.trimmed()).replace(QStringLiteral("GMT"), QStringLiteral("+0000"));
    const auto date = QDateTime::fromString(text, Qt::RFC2822Date);
    if (!date.isValid())
        return std::nullopt;
    return std::chrono::seconds(std::max<qint64>(now.secsTo(date), 0));
}

std::string versionOf(const QByteArray& etag, const QByteArray& lastModified)
{
    return (etag.startsWith('"') ? etag : lastModified).toStdString();
}

bool mayRedirect(const QUrl& from, const QUrl& to)
{
    return to.scheme() == QLatin1String("https") ||
           (to.scheme() == QLatin1String("http") && from.scheme() == to.scheme() && from.host() == to.host());
}

Result<QUrl> mirrored(const std::string& address, const std::string& mirror)
{
    QUrl url(QString::fromStdString(address));
    if (mirror.empty())
        return url;
    const QUrl base(QString::fromStdString(mirror), QUrl::StrictMode);
    const bool isHttp = base.scheme() == QLatin1String("http") || base.scheme() == QLatin1String("https");
    if (!base.isValid() || !isHttp || base.host().isEmpty() || base.hasQuery())
        return fail(ErrorCode::InvalidArgument,
                    "a mirror is named by an address such as https://mirror.example.org/weights", mirror);
    QString path = base.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setScheme(base.scheme());
    url.setAuthority(base.authority());
    url.setPath(path + url.path());
    return url;
}

} // namespace nakama
