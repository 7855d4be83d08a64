#pragma once

#include "ui/viewmodels/thumbnail_loader.h"

#include <QAbstractListModel>
#include <QHash>
#include <QString>

#include <filesystem>
#include <vector>

namespace nakama
{

/** A picture of a list: its file, and what a person reads below and about it. */
struct ImageItem
{
    std::filesystem::path file;
    QString title;
    QString toolTip;
};

/**
 * Pictures for a grid: DisplayRole is the title, DecorationRole the thumbnail, decoded in the background when
 * it is first asked for, and a grey tile until then. Tens of thousands of rows cost only their names.
 */
class ImageListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ImageListModel(QObject* parent = nullptr);

    void setItems(std::vector<ImageItem> items);
    const std::vector<ImageItem>& items() const { return m_items; }
    /** Puts items before those that are there, and drops the last ones beyond keep; keep is at least 1. */
    void prepend(std::vector<ImageItem> items, std::size_t keep);

    /** Longest side of thumbnails in pixels of the device; the default fits a grid of 160 at double density.
     */
    void setThumbnailSize(int pixels);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void indexRows();

    std::vector<ImageItem> m_items;
    QHash<QString, int> m_rows; ///< by file
    ThumbnailLoader* m_thumbnails;
};

} // namespace nakama
