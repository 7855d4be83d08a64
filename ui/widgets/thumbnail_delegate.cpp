#include "ui/widgets/thumbnail_delegate.h"

#include "ui/widgets/color_scheme.h"

#include <QIcon>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace nakama
{

namespace
{

constexpr int padding = 6;
constexpr int between = 4; ///< picture and name

/** Draws a picture centred in rect, shrunk or enlarged with its ratio kept; returns where it came to lie. */
QRectF drawPicture(QPainter& painter, const QRectF& rect, const QVariant& decoration, double pixelRatio)
{
    QImage image;
    if (decoration.canConvert<QImage>() && decoration.typeId() == QMetaType::QImage)
        image = decoration.value<QImage>();
    else if (decoration.typeId() == QMetaType::QPixmap)
        image = decoration.value<QPixmap>().toImage();
    else if (decoration.typeId() == QMetaType::QIcon)
        image = decoration.value<QIcon>().pixmap(rect.size().toSize(), pixelRatio).toImage();
    if (image.isNull())
        return {};
    const QSizeF size = QSizeF(image.size()).scaled(rect.size(), Qt::KeepAspectRatio);
    const QRectF target(rect.center() - QPointF(size.width(), size.height()) / 2, size);
    QPainterPath corners;
    corners.addRoundedRect(target, 4, 4);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setClipPath(corners);
    painter.drawImage(target, image);
    painter.restore();
    return target;
}

} // namespace

QSize ThumbnailDelegate::tileSize(int thumbnail, const QFontMetrics& metrics) const
{
    return {thumbnail + 2 * padding + 4,
            thumbnail + between + m_captionLines * metrics.height() + 2 * padding + 4};
}

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return tileSize(option.decorationSize.width(), option.fontMetrics);
}

void ThumbnailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const ColorScheme colors(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRectF tile = QRectF(option.rect).adjusted(2, 2, -2, -2);
    const QRectF room(tile.left() + padding, tile.top() + padding, tile.width() - 2 * padding,
                      option.decorationSize.height());

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || hovered) {
        QColor back = selected ? colors.accent : colors.text;
        back.setAlphaF(selected ? 0.28F : 0.07F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(back);
        painter->drawRoundedRect(tile, 6, 6);
    }
    const double pixelRatio = painter->device()->devicePixelRatioF();
    if (drawPicture(*painter, room, index.data(Qt::DecorationRole), pixelRatio).isEmpty()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.raised);
        painter->drawRoundedRect(room, 4, 4);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colors.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QRectF line(room.left(), room.bottom() + between, room.width(), option.fontMetrics.height());
    painter->setPen(selected ? colors.text : colors.mutedText);
    painter->setFont(option.font);
    const QString caption = index.data(Qt::DisplayRole).toString();
    const QString name = caption.section(QLatin1Char('\n'), 0, 0);
    const QString more = caption.section(QLatin1Char('\n'), 1);
    painter->drawText(line, Qt::AlignHCenter | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(name, Qt::ElideMiddle, static_cast<int>(line.width())));
    if (!more.isEmpty())
        painter->drawText(QRectF(line.bottomLeft(), QPointF(line.right(), tile.bottom() - padding)),
                          Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, more);
    painter->restore();
}

} // namespace nakama
