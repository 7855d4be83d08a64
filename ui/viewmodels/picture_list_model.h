#pragma once

#include "core/workspace/image_filter.h"
#include "ui/viewmodels/session.h"
#include "ui/viewmodels/thumbnail_loader.h"

#include <QAbstractListModel>
#include <QCache>
#include <QHash>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <vector>

namespace nakama
{

/**
 * All pictures of the workspace that a filter lets through, for a grid: only their numbers are kept, and the
 * records and thumbnails of what is in sight are read in the background. 100,000 rows cost less than a
 * megabyte, and no row ever waits for the disk on the window's thread.
 */
class PictureListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PictureListModel(Session& session, QObject* parent = nullptr);

    /** Lists anew in the background; listed() follows. What was listed stays until then. */
    void list(const ImageFilter& filter, ImageOrder order);
    /** The same filter and order again, after something changed. */
    void relist();
    const ImageFilter& filter() const { return m_filter; }
    ImageOrder order() const { return m_order; }

    std::int64_t idAt(int row) const { return m_ids[static_cast<std::size_t>(row)]; }
    /** Its row; −1 where it is not listed. */
    int rowOf(std::int64_t id) const;
    /** Null while it is being read. */
    const ImageRecord* recordAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void listed();

private:
    using Page = std::vector<ImageRecord>;
    void takeIds(std::vector<std::int64_t> ids);
    void readWanted();
    void takePage(int page, quint64 listing, Page records);
    QVariant decoration(int row, const ImageRecord& record) const;

    Session& m_session;
    ImageFilter m_filter;
    ImageOrder m_order = ImageOrder::Oldest;
    std::vector<std::int64_t> m_ids;
    quint64 m_listing = 0;              ///< answers to what was listed before are dropped
    mutable QCache<int, Page> m_pages;  ///< by number
    mutable std::vector<int> m_wanted;  ///< pages; the last one is read first
    mutable QHash<QString, int> m_rows; ///< rows whose thumbnails are awaited, by file
    mutable QTimer m_reading;
    int m_running = 0;
    ThumbnailLoader* m_thumbnails;
};

} // namespace nakama
