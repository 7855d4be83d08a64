#include "ui/widgets/confusion_geometry.h"

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int gap = 8;
constexpr int longestName = 150;
constexpr QSize largestCell{110, 72};
constexpr int padding = 10; ///< around everything

} // namespace

ConfusionGeometry::ConfusionGeometry(const ConfusionRoom& room) : m_classes(room.classes)
{
    if (m_classes == 0)
        return;
    const int line = room.lineHeight;
    const QSize smallest(std::max(room.widestNumber + 4, line), line + 2);
    m_title = line + gap;
    m_legend = line + 2 * gap;

    const int name = std::min(room.longestLabel, longestName);
    m_rowNames = std::clamp(name, 0, std::max(4 * line, room.size.width() / 4)) + gap;
    const int width = std::max(0, room.size.width() - m_title - m_rowNames - 2 * padding);
    m_cell.setWidth(std::clamp(width / m_classes, smallest.width(), largestCell.width()));

    m_upright = name + 4 > m_cell.width();
    m_columnNames =
        m_upright ? std::clamp(name, 0, std::max(4 * line, room.size.height() / 4)) + gap : line + gap;
    const int height = std::max(0, room.size.height() - m_title - m_columnNames - m_legend - 2 * padding);
    m_cell.setHeight(std::clamp(height / m_classes, smallest.height(), largestCell.height()));
    // Cells twice as wide as high no longer read as a square matrix.
    m_cell.setWidth(std::min(m_cell.width(), std::max(2 * m_cell.height(), smallest.width())));

    const QSize content = m_cell * m_classes;
    const QSize shown(std::min(content.width(), width), std::min(content.height(), height));
    const int left = std::max(0, width - shown.width()) / 2;
    const int top = std::max(0, height - shown.height()) / 2;
    m_cells =
        QRect(QPoint(padding + left + m_title + m_rowNames, padding + top + m_title + m_columnNames), shown);
}

QRect ConfusionGeometry::rowTitle() const
{
    return {m_cells.left() - m_rowNames - m_title, m_cells.top(), m_title, m_cells.height()};
}

QRect ConfusionGeometry::columnTitle() const
{
    return {m_cells.left(), m_cells.top() - m_columnNames - m_title, m_cells.width(), m_title};
}

QRect ConfusionGeometry::rowNames() const
{
    return {m_cells.left() - m_rowNames, m_cells.top(), m_rowNames, m_cells.height()};
}

QRect ConfusionGeometry::columnNames() const
{
    return {m_cells.left(), m_cells.top() - m_columnNames, m_cells.width(), m_columnNames};
}

QRect ConfusionGeometry::legend() const
{
    return {m_cells.left() - m_rowNames, m_cells.bottom() + 1, m_cells.width() + m_rowNames, m_legend};
}

QSize ConfusionGeometry::overflow() const
{
    return (m_cell * m_classes - m_cells.size()).expandedTo({0, 0});
}

QRect ConfusionGeometry::cellRect(MatrixCell cell, QPoint scroll) const
{
    return {m_cells.topLeft() + QPoint(cell.column * m_cell.width(), cell.row * m_cell.height()) - scroll,
            m_cell};
}

std::optional<MatrixCell> ConfusionGeometry::cellAt(QPoint position, QPoint scroll) const
{
    if (!m_cells.contains(position))
        return std::nullopt;
    const QPoint inside = position - m_cells.topLeft() + scroll;
    const MatrixCell cell{inside.y() / m_cell.height(), inside.x() / m_cell.width()};
    if (cell.row >= m_classes || cell.column >= m_classes)
        return std::nullopt;
    return cell;
}

QPoint ConfusionGeometry::scrollTo(MatrixCell cell, QPoint scroll) const
{
    const auto along = [](int position, int length, int window, int now) {
        return std::max(std::min(now, position), position + length - window);
    };
    return {along(cell.column * m_cell.width(), m_cell.width(), m_cells.width(), scroll.x()),
            along(cell.row * m_cell.height(), m_cell.height(), m_cells.height(), scroll.y())};
}

QSize ConfusionGeometry::fullSize() const
{
    return m_cell * m_classes +
           QSize(m_title + m_rowNames + 2 * padding, m_title + m_columnNames + m_legend + 2 * padding);
}

} // namespace nakama
