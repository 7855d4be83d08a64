#include "ui/widgets/drawing.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace nakama
{

QImage toImage(const Drawing& drawing, double scale)
{
    QImage image(drawing.size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(drawing.background);
    QPainter painter(&image);
    drawing.paint(painter);
    return image;
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
