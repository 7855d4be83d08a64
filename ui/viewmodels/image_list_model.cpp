#include "ui/viewmodels/image_list_model.h"

#include "ui/viewmodels/convert.h"

#include <QColor>
#include <QPixmap>

#include <iterator>

namespace nakama
{

ImageListModel::ImageListModel(QObject* parent)
    : QAbstractListModel(parent), m_thumbnails(new ThumbnailLoader(this))
{
    connect(m_thumbnails, &ThumbnailLoader::ready, this, [this](const QString& file) {
        if (const auto row = m_rows.constFind(file); row != m_rows.constEnd())
            Q_EMIT dataChanged(index(*row), index(*row), {Qt::DecorationRole});
    });
}

void ImageListModel::setItems(std::vector<ImageItem> items)
{
    beginResetModel();
    m_thumbnails->dropWaiting();
    m_items = std::move(items);
    indexRows();
    endResetModel();
}

void ImageListModel::prepend(std::vector<ImageItem> items, std::size_t keep)
{
    if (items.empty())
        return;
    if (items.size() > keep)
        items.resize(keep);
    if (const auto left = keep - items.size(); m_items.size() > left) {
        beginRemoveRows({}, static_cast<int>(left), rowCount() - 1);
        m_items.resize(left);
        indexRows();
        endRemoveRows();
    }
    beginInsertRows({}, 0, static_cast<int>(items.size()) - 1);
    m_items.insert(m_items.begin(), std::make_move_iterator(items.begin()),
                   std::make_move_iterator(items.end()));
    indexRows();
    endInsertRows();
}

void ImageListModel::indexRows()
{
    m_rows.clear();
    for (std::size_t row = 0; row < m_items.size(); ++row)
        m_rows.insert(toQString(m_items[row].file), static_cast<int>(row));
}

void ImageListModel::setThumbnailSize(int pixels)
{
    if (pixels == m_thumbnails->size())
        return;
    m_thumbnails->setSize(pixels);
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

int ImageListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant ImageListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case Qt::ToolTipRole:
        return item.toolTip;
    case Qt::DecorationRole: {
        const QImage image = m_thumbnails->thumbnail(item.file);
        return image.isNull() ? QVariant(QColor(128, 128, 128, 48)) : QVariant(QPixmap::fromImage(image));
    }
    default:
        return {};
    }
}

} // namespace nakama
