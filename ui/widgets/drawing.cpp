#include "ui/widgets/drawing.h"

#include "ui/widgets/color_scheme.h"

#include <QBuffer>
#include <QGraphicsView>
#include <QPainter>
#include <QPointer>
#include <QSvgGenerator>

#include <algorithm>

namespace nakama
{

Drawing drawingOf(QGraphicsView& chart)
{
    return {chart.viewport()->size(), ColorScheme(chart.palette()).surface,
            [view = QPointer(&chart), size = chart.viewport()->size()](QPainter& painter) {
                if (view)
                    view->render(&painter, QRectF(QPointF(0, 0), QSizeF(size)), QRect(QPoint(0, 0), size));
            }};
}

QImage toImage(const Drawing& drawing, double scale)
{
    QImage image(drawing.size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(drawing.background);
    QPainter painter(&image);
    drawing.paint(painter);
    return image;
}

Drawing stacked(const Drawing& top, const Drawing& bottom)
{
    const QSize size(std::max(top.size.width(), bottom.size.width()),
                     top.size.height() + bottom.size.height());
    return {size, top.background, [top, bottom](QPainter& painter) {
                painter.save();
                top.paint(painter);
                painter.restore();
                painter.translate(0, top.size.height());
                bottom.paint(painter);
            }};
}

QByteArray toSvg(const Drawing& drawing)
{
    QByteArray text;
    QBuffer buffer(&text);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(drawing.size);
    svg.setViewBox(QRect(QPoint(0, 0), drawing.size));
    QPainter painter(&svg);
    painter.fillRect(QRect(QPoint(0, 0), drawing.size), drawing.background);
    drawing.paint(painter);
    painter.end();
    return text;
}

} // namespace nakama
