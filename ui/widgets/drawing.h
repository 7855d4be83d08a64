#pragma once

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QSize>

#include <functional>

class QGraphicsView;
class QPainter;

namespace nakama
{

/** Something that can be kept as a picture of pixels or, to be enlarged at will, as SVG. */
struct Drawing
{
    QSize size; ///< in points
    QColor background;
    std::function<void(QPainter&)> paint;
};

/** What a chart shows; its painting must be done while the chart lives. */
Drawing drawingOf(QGraphicsView& chart);

/** One above the other. */
Drawing stacked(const Drawing& top, const Drawing& bottom);

/** scale pixels a point. */
QImage toImage(const Drawing& drawing, double scale = 2);
QByteArray toSvg(const Drawing& drawing);

} // namespace nakama
