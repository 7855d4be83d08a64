#pragma once

#include <QStyledItemDelegate>

namespace nakama
{

/** Draws a share of 0 to 1 (UserRole) as a quiet bar behind the text of a table cell. */
class BarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace nakama
