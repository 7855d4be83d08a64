#pragma once

#include "ui/widgets/confusion_painter.h"
#include "ui/widgets/drawing.h"

#include <QAbstractScrollArea>

#include <vector>

namespace nakama
{

/**
 * A confusion matrix: rows are the true classes, columns the predicted ones. The pointer or the arrow keys
 * say what a cell holds; a click, Enter or Space activates it. Scrolls where a hundred classes do not fit.
 */
class ConfusionMatrixView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ConfusionMatrixView(QWidget* parent = nullptr);

    void setMatrix(ConfusionMatrix matrix, const QStringList& classes);
    void clear() { setMatrix({}, {}); }
    void setScale(MatrixScale scale);
    MatrixScale scale() const { return m_scene.scale; }
    /** Class indices from the top left on; empty: as they are. All else here goes by class. */
    void setOrder(std::vector<int> order);
    const ConfusionValues& values() const { return m_values; }

    std::optional<MatrixCell> currentCell() const;
    void setCurrentCell(const std::optional<MatrixCell>& cell);

    /** Frames the row and the column of a class. */
    std::optional<int> markedClass() const;
    void setMarkedClass(const std::optional<int>& index);

    /** "true Ace, predicted Sabo: 3 of 12 pictures (25 %)": what tool tip and screen reader say. */
    QString description(MatrixCell cell) const;
    /** Where a cell lies on the viewport. */
    QRect cellRect(MatrixCell cell) const { return m_geometry.cellRect(placeOf(cell), scrollPosition()); }

    /** The whole matrix, also what is scrolled out of sight, without cursor. */
    Drawing drawing() const;

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void currentCellChanged();
    void cellActivated(int trueClass, int predictedClass);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    MatrixCell placeOf(MatrixCell cell) const;
    MatrixCell cellOf(MatrixCell place) const;
    void markPlace();
    /** Fills the scene in the order that is set. */
    void arrange();
    QPoint scrollPosition() const;
    void fit();
    void setCurrentPlace(const std::optional<MatrixCell>& place);
    void activate(MatrixCell place);
    void hover(const std::optional<MatrixCell>& place);
    void announce();
    /** Where a key moves the cursor; nothing for keys that do not move it. */
    std::optional<MatrixCell> movedBy(const QKeyEvent& key) const;

    ConfusionValues m_values;
    QStringList m_classes;
    std::vector<int> m_order;    ///< class of each place
    std::optional<int> m_marked; ///< a class
    ConfusionScene m_scene;      ///< by place
    ConfusionGeometry m_geometry;
    std::optional<MatrixCell> m_pressed;
};

} // namespace nakama
