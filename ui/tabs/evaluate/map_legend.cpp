#include "ui/tabs/evaluate/map_legend.h"

#include "ui/widgets/color_scheme.h"
#include "ui/widgets/scatter_marks.h"

#include <QEvent>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace nakama
{

namespace
{

constexpr int iconSide = 14;
constexpr double markSize = 10;
constexpr int rowsShown = 4;
constexpr int roomExpected = 440; ///< width beside the matrix in a window of 1280

} // namespace

MapLegend::MapLegend(QWidget* parent) : QListWidget(parent)
{
    setAccessibleName(tr("Legend"));
    setFlow(LeftToRight);
    setWrapping(true);
    setResizeMode(Adjust);
    setIconSize({iconSide, iconSide});
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr)
            Q_EMIT categoryChosen(item->data(Qt::UserRole).toInt());
    });
}

void MapLegend::setCategories(const QStringList& names)
{
    const QSignalBlocker blocker(this);
    clear();
    int widest = 0;
    for (int category = 0; category < names.size(); ++category)
        if (!names[category].isEmpty()) {
            (new QListWidgetItem(names[category], this))->setData(Qt::UserRole, category);
            widest = std::max(widest, fontMetrics().horizontalAdvance(names[category]));
        }
    paintIcons();
    const QSize cell(widest + iconSide + 34, fontMetrics().height() + 8);
    setGridSize(cell);
    const int columns = std::max(1, roomExpected / cell.width());
    setFixedHeight(cell.height() * std::clamp((count() + columns - 1) / columns, 1, rowsShown) + 4);
}

void MapLegend::setCurrentCategory(int category)
{
    const QSignalBlocker blocker(this);
    setCurrentRow(-1);
    clearSelection();
    for (int row = 0; row < count(); ++row)
        if (item(row)->data(Qt::UserRole).toInt() == category)
            setCurrentRow(row);
}

void MapLegend::paintIcons()
{
    const ColorScheme colors(palette());
    for (int row = 0; row < count(); ++row) {
        const int category = item(row)->data(Qt::UserRole).toInt();
        QPixmap pixmap(QSize(iconSide, iconSide) * devicePixelRatioF());
        pixmap.setDevicePixelRatio(devicePixelRatioF());
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, {iconSide / 2.0, iconSide / 2.0}, markSize, category, markColor(category, colors));
        painter.end();
        QIcon icon(pixmap);
        icon.addPixmap(pixmap, QIcon::Selected); // the style's tint would be another category's colour
        item(row)->setIcon(icon);
    }
}

void MapLegend::changeEvent(QEvent* event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
}

Drawing MapLegend::drawing() const
{
    std::vector<std::pair<int, QString>> entries;
    int width = 0;
    for (int row = 0; row < count(); ++row) {
        entries.emplace_back(item(row)->data(Qt::UserRole).toInt(), item(row)->text());
        width = std::max(width, fontMetrics().horizontalAdvance(item(row)->text()));
    }
    const ColorScheme colors(palette());
    const int line = fontMetrics().height() + 4;
    return {QSize(width + 44, static_cast<int>(entries.size()) * line + 20), colors.surface,
            [entries, colors, line, font = font()](QPainter& painter) {
                painter.setFont(font);
                int y = 10;
                for (const auto& [category, name] : entries) {
                    paintMark(painter, {18, y + line / 2.0}, markSize, category, markColor(category, colors));
                    painter.setPen(colors.text);
                    painter.drawText(QPoint(32, y + painter.fontMetrics().ascent() + 2), name);
                    y += line;
                }
            }};
}

} // namespace nakama
