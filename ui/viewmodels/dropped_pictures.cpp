#include "ui/viewmodels/dropped_pictures.h"

#include "ui/viewmodels/convert.h"

#include <QMimeData>
#include <QSet>
#include <QUrl>

namespace nakama
{

namespace
{

/** Of a text, the lines that are addresses; comments of a text/uri-list are none. */
QList<QUrl> addressesIn(const QString& text)
{
    QList<QUrl> urls;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QUrl url(line.trimmed(), QUrl::StrictMode);
        if (url.isValid() && (url.isLocalFile() || url.scheme().startsWith(QLatin1String("http"))))
            urls.append(url);
    }
    return urls;
}

QList<QUrl> urlsOf(const QMimeData& data)
{
    const auto urls = data.urls();
    return urls.isEmpty() ? addressesIn(data.text()) : urls;
}

} // namespace

DroppedPictures droppedPictures(const QMimeData& data)
{
    DroppedPictures dropped;
    QSet<QString> known;
    for (const QUrl& url : urlsOf(data)) {
        const QString path = url.toLocalFile();
        if (url.isLocalFile() && !path.isEmpty() && !known.contains(path)) {
            known.insert(path);
            dropped.files.push_back(toPath(path));
        } else if (!url.isLocalFile()) {
            dropped.addresses += url.toDisplayString() + QLatin1Char('\n');
        }
    }
    if (dropped.files.empty() && data.hasImage())
        dropped.pixels = qvariant_cast<QImage>(data.imageData());
    return dropped;
}

bool mayHoldPictures(const QMimeData& data)
{
    if (data.hasImage())
        return true;
    for (const QUrl& url : urlsOf(data))
        if (url.isLocalFile())
            return true;
    return false;
}

} // namespace nakama
