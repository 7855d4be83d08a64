#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/**
 * Shrunken pictures for lists. What is asked for last is decoded first, since that is what a person looks at;
 * what is kept is bounded. Lives on the window's thread, decodes on its own.
 */
class ThumbnailLoader : public QObject
{
    Q_OBJECT

public:
    explicit ThumbnailLoader(QObject* parent = nullptr);
    ~ThumbnailLoader() override;

    /** Longest side in pixels; clears what is kept when it changes. */
    void setSize(int pixels);
    int size() const { return m_size; }

    /**
     * Keeps what is decoded in this folder too, and reads it from there: originals of a workspace are named
     * by their content, so a kept thumbnail is never stale. Empty: nowhere.
     */
    void setCacheFolder(const std::filesystem::path& folder) { m_cacheFolder = folder; }

    /** The thumbnail; a null image while it is not decoded yet (ready() follows) or cannot be. */
    QImage thumbnail(const std::filesystem::path& file);
    /** Forgets what waits to be decoded. */
    void dropWaiting();

Q_SIGNALS:
    /** The thumbnail of a file is there, or was found to be unreadable. */
    void ready(const QString& file);

private:
    void decodeNext();
    void take(const QString& file, int size, const QImage& image);

    int m_size = 320;
    std::filesystem::path m_cacheFolder;
    QCache<QString, QImage> m_cache; ///< cost in KiB; an unreadable picture is a null image
    std::vector<QString> m_waiting;  ///< the last one is decoded next
    QSet<QString> m_known;           ///< waiting or being decoded
    int m_running = 0;
    QThreadPool m_pool;
};

} // namespace nakama
