#pragma once

#include "ui/widgets/drawing.h"

#include <QPolygonF>
#include <QWidget>

#include <functional>
#include <vector>

namespace nakama
{

/**
 * Points on a plane, each in a colour of its own; drawing a loop around some of them with the pointer picks
 * them. Tens of thousands are painted once and kept as an image. There is no scale: only what lies near what
 * has a meaning.
 */
class ScatterView : public QWidget
{
    Q_OBJECT

public:
    explicit ScatterView(QWidget* parent = nullptr);

    /** They are stretched over the view. */
    void setPoints(std::vector<QPointF> points);
    /** Index of the colour of each point, as ColorScheme::series() takes it; −1: faint. */
    void setColors(std::vector<int> colors);
    /** Which points stand out; empty: all. */
    void setPicked(std::vector<bool> picked);
    /** What the tool tip says of a point. */
    void setDescription(std::function<QString(int)> description) { m_description = std::move(description); }
    void setPlaceholder(const QString& text);

    QPointF position(int point) const;
    Drawing drawing() const;

    QSize minimumSizeHint() const override { return {240, 200}; }

Q_SIGNALS:
    /** A loop was drawn: one flag a point. A click beside all points picks none. */
    void picked(const std::vector<bool>& points);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    void paintPoints(QPainter& painter) const;
    void repaintPoints();
    int pointAt(QPointF position) const;

    std::vector<QPointF> m_points; ///< 0…1 both ways
    std::vector<int> m_colors;
    std::vector<bool> m_picked;
    std::function<QString(int)> m_description;
    QString m_placeholder;
    QPolygonF m_loop; ///< being drawn
    QImage m_image;   ///< the points; null: to be painted
};

} // namespace nakama
