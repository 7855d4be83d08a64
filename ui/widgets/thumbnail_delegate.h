#pragma once

#include <QStyledItemDelegate>

namespace nakama
{

/** A picture with its name below, as a tile of an image grid; lines after the first tell more of it. */
class ThumbnailDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /** How many lines of a title there is room for; 1 until it is set. */
    void setCaptionLines(int lines) { m_captionLines = lines; }
    /** What a tile with a picture of this longest side takes. */
    QSize tileSize(int thumbnail, const QFontMetrics& metrics) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_captionLines = 1;
};

} // namespace nakama
