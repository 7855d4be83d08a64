#include "ui/widgets/scatter_marks.h"

#include "ui/widgets/color_scheme.h"

#include <QPainter>
#include <QPolygonF>

#include <array>

namespace nakama
{

namespace
{

constexpr int seriesColors = 8;
// Each as far from all before it as can be in Oklab, on the surfaces of the two themes.
constexpr std::array<QRgb, 16> moreLight{
    0xff442233, 0xff66dd00, 0xffccaaff, 0xff000099, 0xffff00ff, 0xff77ccbb, 0xff004400, 0xffddbb00,
    0xff2200ff, 0xff660088, 0xffff7799, 0xffaa00ff, 0xff665577, 0xff55aaee, 0xff880022, 0xff664411};
constexpr std::array<QRgb, 16> moreDark{
    0xff0000ff, 0xff880099, 0xff665511, 0xff00ff00, 0xffee00ff, 0xffbb0022, 0xff225599, 0xff8844ff,
    0xff008800, 0xffcceecc, 0xffee0099, 0xffeeee00, 0xff885577, 0xff008888, 0xffffccff, 0xff00ffbb};
constexpr int colorCount = seriesColors + static_cast<int>(moreLight.size());

} // namespace

QColor markColor(int category, const ColorScheme& colors)
{
    const int index = category % colorCount;
    if (index < seriesColors)
        return colors.series(index);
    const auto& more = colors.dark ? moreDark : moreLight;
    return QColor::fromRgb(more[static_cast<std::size_t>(index - seriesColors)]);
}

void paintMark(QPainter& painter, QPointF centre, double size, int category, const QColor& color)
{
    const double half = size / 2;
    const QRectF square(centre - QPointF(half, half), QSizeF(size, size));
    switch (category < 0 ? 0 : category / colorCount % 4) {
    case 0: // most points are these: no outline to be computed
        painter.fillRect(square, color);
        return;
    case 1:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(square);
        return;
    case 2:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF{square.bottomLeft(), square.bottomRight(), {centre.x(), square.top()}});
        return;
    default:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF{{centre.x(), square.top()},
                                      {square.right(), centre.y()},
                                      {centre.x(), square.bottom()},
                                      {square.left(), centre.y()}});
    }
}

} // namespace nakama
