#pragma once

#include "ui/widgets/color_scheme.h"
#include "ui/widgets/confusion_geometry.h"
#include "ui/widgets/confusion_values.h"

#include <QCoreApplication>
#include <QFont>
#include <QStringList>

#include <optional>
#include <utility>

class QPainter;

namespace nakama
{

/** Everything that a painted confusion matrix shows. */
struct ConfusionScene
{
    ConfusionValues values;
    QStringList classes;
    MatrixScale scale = MatrixScale::Counts;
    std::optional<MatrixCell> current; ///< with the ring of the keyboard's cursor
    std::optional<MatrixCell> hovered; ///< its row and column names stand out
    std::optional<int> marked;         ///< a class whose row and column are framed

    /** Whether the name of a class stands out: at the side, and above. */
    bool rowStands(int row) const;
    bool columnStands(int column) const;
};

/** Width of the longest text that a cell of the scene shows, and of its longest class name. */
ConfusionRoom roomFor(const ConfusionScene& scene, const QFont& font, QSize size);

/** Paints a scene by a geometry; the same for the window and for a picture in a file. */
class ConfusionPainter
{
    Q_DECLARE_TR_FUNCTIONS(nakama::ConfusionPainter)

public:
    ConfusionPainter(QPainter& painter, const ConfusionScene& scene, const ConfusionGeometry& geometry,
                     QPoint scroll, const ColorScheme& colors);

    void paint();

private:
    void paintCells();
    void paintCell(MatrixCell cell);
    void paintCursor();
    void paintRowNames();
    void paintColumnNames();
    void paintTitles();
    void paintLegend();
    QColor cellColor(MatrixCell cell) const;
    /** Classes whose row (or column) is in sight: first, one past the last. */
    std::pair<int, int> rowsInSight() const;
    std::pair<int, int> columnsInSight() const;

    QPainter& m_painter;
    const ConfusionScene& m_scene;
    const ConfusionGeometry& m_geometry;
    QPoint m_scroll;
    const ColorScheme& m_colors;
};

} // namespace nakama
