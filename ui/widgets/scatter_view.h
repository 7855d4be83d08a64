#pragma once

#include "ui/widgets/drawing.h"

#include <QPolygonF>
#include <QWidget>

#include <functional>
#include <vector>

namespace nakama
{

/**
 * Points on a plane, each in the colour of its category; drawing a loop around some of them with the pointer
 * picks them, a double click opens one. The arrow keys go to the nearest point that way, Space picks it,
 * Enter opens it, Escape lets go of what is picked. Tens of thousands are painted once and kept as an image.
 * There is no scale: only what lies near what has a meaning.
 */
class ScatterView : public QWidget
{
    Q_OBJECT

public:
    explicit ScatterView(QWidget* parent = nullptr);

    /** They are stretched over the view. */
    void setPoints(std::vector<QPointF> points);
    /** The category of each point, as markColor() takes it; −1: faint. */
    void setColors(std::vector<int> colors);
    /** Which points stand out; empty: all. */
    void setPicked(std::vector<bool> picked);
    /** What the tool tip says of a point. */
    void setDescription(std::function<QString(int)> description) { m_description = std::move(description); }
    void setPlaceholder(const QString& text);

    /** The point that the keyboard is on; −1: none. */
    int currentPoint() const { return m_current; }
    void setCurrentPoint(int point);

    QPointF position(int point) const { return position(point, size()); }
    Drawing drawing() const;

    QSize minimumSizeHint() const override { return {240, 200}; }

Q_SIGNALS:
    /** A loop was drawn: one flag a point. A click beside all points picks none. */
    void picked(const std::vector<bool>& points);
    /** Double click or Enter. */
    void activated(int point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QPointF position(int point, QSize room) const;
    void paintPoints(QPainter& painter, QSize room) const;
    void paintCurrent(QPainter& painter) const;
    void repaintPoints();
    int pointAt(QPointF position) const;
    /** The nearest that lies rather that way than aside; −1 where there is none. */
    int pointTowards(QPointF direction) const;
    void pickOnly(int point);

    std::vector<QPointF> m_points; ///< 0…1 both ways
    std::vector<int> m_colors;
    std::vector<bool> m_picked;
    std::function<QString(int)> m_description;
    QString m_placeholder;
    int m_current = -1;
    QPolygonF m_loop; ///< being drawn
    QImage m_image;   ///< the points; null: to be painted
};

} // namespace nakama
