#include "ui/viewmodels/thumbnail_loader.h"

#include "core/imaging/decode.h"
#include "core/imaging/resize.h"
#include "ui/viewmodels/convert.h"

#include <opencv2/core/mat.hpp>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int cacheKibibytes = 96 * 1024;
constexpr int decodersAtOnce = 2;

/** The longest side of what is kept on disk; larger ones are made of the original. */
constexpr int keptSize = 320;

/**
 * Decoders run on all processors while a person scrolls; the thread that paints comes before them. Qt's
 * priorities do nothing on Linux, where niceness is a thread's own.
 */
void letTheWindowGoFirst()
{
    constexpr int nice = 10;
    [[maybe_unused]] thread_local const int done =
        ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), nice);
}

/** The picture at most this large. */
QImage shrunk(const cv::Mat& decoded, int size)
{
    const double scale = std::min(1.0, static_cast<double>(size) / std::max(decoded.cols, decoded.rows));
    const int width = std::max(1, static_cast<int>(decoded.cols * scale));
    const int height = std::max(1, static_cast<int>(decoded.rows * scale));
    return toQImage(scale < 1.0 ? resizeAntialiased(decoded, width, height) : decoded);
}

QImage decodeThumbnail(const std::filesystem::path& file, int size)
{
    const auto picture = decodeImageFile(file);
    return picture ? shrunk(*picture, size) : QImage();
}

/** The same by way of a small JPEG beside the workspace's pictures, made when it is not there yet. */
QImage keptThumbnail(const std::filesystem::path& file, int size, const std::filesystem::path& folder)
{
    const auto name = file.stem().string();
    const auto kept = folder / name.substr(0, 2) / (name + ".jpg");
    if (const auto small = decodeImageFile(kept))
        return shrunk(*small, size);
    const auto image = decodeThumbnail(file, keptSize);
    if (image.isNull())
        return {};
    std::error_code error;
    std::filesystem::create_directories(kept.parent_path(), error);
    // Written whole under another name; it is a cache, so a failure only means that it is made again.
    const auto partial = toQString(kept) + QStringLiteral(".partial");
    if (image.save(partial, "JPEG", 88))
        std::filesystem::rename(toPath(partial), kept, error);
    return image.width() > size || image.height() > size
               ? image.scaled(size, size, Qt::KeepAspectRatio, Qt::SmoothTransformation)
               : image;
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
    m_pool.start([this, key, size = m_size, folder = m_cacheFolder] {
        letTheWindowGoFirst();
        QImage image;
        try {
            image = folder.empty() || size > keptSize ? decodeThumbnail(toPath(key), size)
                                                      : keptThumbnail(toPath(key), size, folder);
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
