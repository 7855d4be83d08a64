#include "ui/widgets/bar_delegate.h"

#include "ui/widgets/color_scheme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int margin = 8; ///< beside the text

} // namespace

QSize BarDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    // A bar has to be long enough to compare.
    const QSize text = QStyledItemDelegate::sizeHint(option, index);
    return {std::max(text.width() + 2 * margin, 6 * option.fontMetrics.height()), text.height()};
}

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QWidget* const widget = option.widget;
    QStyle* const style = widget != nullptr ? widget->style() : QApplication::style();

    // Background and selection first, then the bar, then the text alone.
    const QString text = std::exchange(item.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, widget);
    const ColorScheme colors(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const double share = std::clamp(index.data(Qt::UserRole).toDouble(), 0.0, 1.0);
    QRectF bar = QRectF(option.rect).adjusted(4, 3, -4, -3);
    bar.setWidth(bar.width() * share);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QColor color = selected ? option.palette.color(QPalette::HighlightedText) : colors.series(0);
    color.setAlphaF(selected ? 0.22F : colors.dark ? 0.34F : 0.20F);
    painter->setBrush(color);
    if (share > 0)
        painter->drawRoundedRect(bar, 2, 2);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(option.rect.adjusted(margin, 0, -margin, 0), Qt::AlignVCenter | Qt::AlignRight, text);
    painter->restore();
}

} // namespace nakama
