#include "ui/viewmodels/dropped_pictures.h"

#include "ui/viewmodels/convert.h"

#include <QMimeData>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr qsizetype longestPage = 64 << 20; ///< of a piece of a page that is looked through

bool isAddress(const QUrl& url)
{
    return url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
}

bool isInline(const QUrl& url)
{
    return url.scheme() == QLatin1String("data") && url.path().startsWith(QLatin1String("image/"));
}

/** Of a text, the lines that are addresses; comments of a text/uri-list are none. */
QList<QUrl> addressesIn(const QString& text)
{
    QList<QUrl> urls;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QUrl url(line.trimmed(), QUrl::StrictMode);
        if (url.isValid() && (url.isLocalFile() || isAddress(url) || isInline(url)))
            urls.append(url);
    }
    return urls;
}

/** What the pictures of a piece of a page come from, as browsers drag it. */
QList<QUrl> sourcesIn(const QString& html)
{
    static const QRegularExpression source(
        QStringLiteral("<img\\b[^>]*?\\bsrc\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')"),
        QRegularExpression::CaseInsensitiveOption);
    QList<QUrl> urls;
    if (html.size() > longestPage)
        return urls;
    for (auto found = source.globalMatch(html); found.hasNext();) {
        const auto match = found.next();
        QString text = match.captured(1) + match.captured(2);
        const QUrl url(text.replace(QLatin1String("&amp;"), QLatin1String("&")).trimmed());
        if (url.isValid() && (isAddress(url) || isInline(url)))
            urls.append(url);
    }
    return urls;
}

/** A list of files or addresses, else such a list as text; a page that comes with addresses may hold more. */
QList<QUrl> urlsOf(const QMimeData& data)
{
    auto urls = data.urls();
    if (urls.isEmpty())
        urls = addressesIn(data.text());
    const auto here = [](const QUrl& url) { return url.isLocalFile() || isInline(url); };
    if (data.hasHtml() && std::ranges::none_of(urls, here))
        urls += sourcesIn(data.html());
    return urls;
}

/** "data:image/png;base64,…" → the file that it holds; empty where it holds none. */
QByteArray contentOf(const QUrl& url)
{
    const QByteArray text = url.toString(QUrl::FullyEncoded).toLatin1();
    const auto comma = text.indexOf(',');
    if (comma < 0)
        return {};
    const QByteArray content = QByteArray::fromPercentEncoding(text.mid(comma + 1));
    return text.left(comma).endsWith(";base64") ? QByteArray::fromBase64(content) : content;
}

} // namespace

DroppedPictures droppedPictures(const QMimeData& data)
{
    DroppedPictures dropped;
    QSet<QString> known;
    QUrl inlined;
    for (const QUrl& url : urlsOf(data)) {
        const QString path = url.toLocalFile();
        if (url.isLocalFile() && !path.isEmpty() && !known.contains(path)) {
            known.insert(path);
            dropped.files.push_back(toPath(path));
        } else if (isInline(url)) {
            inlined = inlined.isEmpty() ? url : inlined;
        } else if (!url.isLocalFile()) {
            dropped.addresses += url.toDisplayString() + QLatin1Char('\n');
        }
    }
    if (dropped.files.empty() && data.hasImage())
        dropped.pixels = qvariant_cast<QImage>(data.imageData());
    if (dropped.files.empty() && dropped.pixels.isNull() && !inlined.isEmpty())
        dropped.encoded = contentOf(inlined);
    return dropped;
}

DropKind dropKindOf(const QMimeData& data)
{
    const auto urls = urlsOf(data);
    if (std::ranges::any_of(urls, [](const QUrl& url) { return url.isLocalFile(); }))
        return DropKind::Files;
    if (data.hasImage() || std::ranges::any_of(urls, isInline))
        return DropKind::Pixels;
    return std::ranges::any_of(urls, isAddress) ? DropKind::Addresses : DropKind::Nothing;
}

} // namespace nakama
