#include "ui/viewmodels/thumbnail_loader.h"

#include "core/imaging/decode.h"
#include "core/imaging/resize.h"
#include "ui/viewmodels/convert.h"

#include <opencv2/core/mat.hpp>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int cacheKibibytes = 96 * 1024;
constexpr int decodersAtOnce = 2;

QImage decodeThumbnail(const std::filesystem::path& file, int size)
{
    const auto picture = decodeImageFile(file);
    if (!picture)
        return {};
    const double scale = std::min(1.0, static_cast<double>(size) / std::max(picture->cols, picture->rows));
    const int width = std::max(1, static_cast<int>(picture->cols * scale));
    const int height = std::max(1, static_cast<int>(picture->rows * scale));
    return toQImage(scale < 1.0 ? resizeAntialiased(*picture, width, height) : *picture);
}

} // namespace

ThumbnailLoader::ThumbnailLoader(QObject* parent) : QObject(parent), m_cache(cacheKibibytes)
{
    m_pool.setMaxThreadCount(decodersAtOnce);
}

ThumbnailLoader::~ThumbnailLoader()
{
    m_pool.waitForDone();
}

void ThumbnailLoader::setSize(int pixels)
{
    if (pixels == m_size)
        return;
    m_size = pixels;
    dropWaiting();
    m_cache.clear();
}

QImage ThumbnailLoader::thumbnail(const std::filesystem::path& file)
{
    const QString key = toQString(file);
    if (const QImage* image = m_cache.object(key))
        return *image;
    if (!m_known.contains(key)) {
        m_known.insert(key);
        m_waiting.push_back(key);
        decodeNext();
    }
    return {};
}

void ThumbnailLoader::dropWaiting()
{
    for (const auto& key : m_waiting)
        m_known.remove(key);
    m_waiting.clear();
}

void ThumbnailLoader::decodeNext()
{
    if (m_waiting.empty() || m_running >= decodersAtOnce)
        return;
    const QString key = m_waiting.back();
    m_waiting.pop_back();
    ++m_running;
    m_pool.start([this, key, size = m_size] {
        QImage image;
        try {
            image = decodeThumbnail(toPath(key), size);
        } catch (const std::exception&) {
            // Shown as unreadable; the job that needs the picture says why.
        }
        QMetaObject::invokeMethod(
            this, [this, key, size, image] { take(key, size, image); }, Qt::QueuedConnection);
    });
}

void ThumbnailLoader::take(const QString& file, int size, const QImage& image)
{
    --m_running;
    m_known.remove(file);
    if (size == m_size) {
        const auto kibibytes = static_cast<qsizetype>(image.sizeInBytes() / 1024 + 1);
        m_cache.insert(file, new QImage(image), kibibytes);
        Q_EMIT ready(file);
    }
    decodeNext();
}

} // namespace nakama
