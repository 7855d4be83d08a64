#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <optional>

namespace nakama
{

/** A cell of a confusion matrix by its class indices. */
struct MatrixCell
{
    int row = 0;    ///< true class
    int column = 0; ///< predicted class
    bool operator==(const MatrixCell&) const = default;
};

/** What the geometry of a matrix is made for; lengths in pixels independent of the device. */
struct ConfusionRoom
{
    QSize size; ///< all that may be painted on
    int classes = 0;
    int longestLabel = 0; ///< width of the longest class name
    int lineHeight = 0;
    int widestNumber = 0; ///< width of the longest text of a cell
};

/**
 * Where the parts of a confusion matrix lie: titles outside, then class names, then cells, and the colour
 * scale below. Cells grow with the room between a size that can be read and one that is not clumsy; below
 * that the cells scroll under the names, which stay. Positions on the screen are content positions minus the
 * scroll.
 */
class ConfusionGeometry
{
public:
    ConfusionGeometry() = default;
    explicit ConfusionGeometry(const ConfusionRoom& room);

    int classes() const { return m_classes; }
    QSize cell() const { return m_cell; }
    /** Column names stand upright where the cells are too narrow for them. */
    bool columnNamesUpright() const { return m_upright; }

    QRect rowTitle() const;
    QRect columnTitle() const;
    QRect rowNames() const;
    QRect columnNames() const;
    /** The window onto the cells. */
    QRect cells() const { return m_cells; }
    QRect legend() const;
    /** How far the cells can be scrolled. */
    QSize overflow() const;

    QRect cellRect(MatrixCell cell, QPoint scroll) const;
    std::optional<MatrixCell> cellAt(QPoint position, QPoint scroll) const;
    /** The nearest scroll that shows a cell completely. */
    QPoint scrollTo(MatrixCell cell, QPoint scroll) const;

    /** The size at which all cells fit, at their present size. */
    QSize fullSize() const;

private:
    int m_classes = 0;
    QSize m_cell;
    bool m_upright = false;
    int m_title = 0;  ///< thickness of the titles
    int m_legend = 0; ///< height of the colour scale
    int m_rowNames = 0;
    int m_columnNames = 0;
    QRect m_cells;
};

} // namespace nakama
