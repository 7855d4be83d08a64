#pragma once

#include <QStyledItemDelegate>

namespace nakama
{

/** A picture with its name below, as a tile of an image grid. */
class ThumbnailDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /** What a tile with a picture of this longest side takes. */
    static QSize tileSize(int thumbnail, const QFontMetrics& metrics);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace nakama
