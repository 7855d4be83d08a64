#include "ui/widgets/scatter_view.h"

#include "ui/widgets/color_scheme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <limits>

namespace nakama
{

namespace
{

constexpr double margin = 12;
constexpr double reach = 6;       ///< how near the pointer has to be to a point
constexpr std::size_t few = 2000; ///< points that may be large
constexpr int colorsKnown = 8;    ///< series colours that differ

} // namespace

ScatterView::ScatterView(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Map of pictures"));
    setCursor(Qt::CrossCursor);
}

void ScatterView::setPoints(std::vector<QPointF> points)
{
    m_points = std::move(points);
    m_picked.clear();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QPointF low(infinity, infinity);
    QPointF high(-infinity, -infinity);
    for (const auto& point : m_points) {
        low = {std::min(low.x(), point.x()), std::min(low.y(), point.y())};
        high = {std::max(high.x(), point.x()), std::max(high.y(), point.y())};
    }
    const auto share = [](double value, double from, double to) {
        return to > from ? (value - from) / (to - from) : 0.5;
    };
    for (auto& point : m_points)
        point = {share(point.x(), low.x(), high.x()), share(point.y(), low.y(), high.y())};
    repaintPoints();
}

void ScatterView::setColors(std::vector<int> colors)
{
    m_colors = std::move(colors);
    repaintPoints();
}

void ScatterView::setPicked(std::vector<bool> picked)
{
    m_picked = std::move(picked);
    repaintPoints();
}

void ScatterView::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    update();
}

void ScatterView::repaintPoints()
{
    m_image = {};
    update();
}

QPointF ScatterView::position(int point) const
{
    const auto& place = m_points[static_cast<std::size_t>(point)];
    return {margin + place.x() * (width() - 2 * margin), margin + place.y() * (height() - 2 * margin)};
}

int ScatterView::pointAt(QPointF at) const
{
    int nearest = -1;
    double least = reach * reach;
    for (int point = 0; point < static_cast<int>(m_points.size()); ++point) {
        const QPointF way = position(point) - at;
        if (const double distance = QPointF::dotProduct(way, way); distance < least) {
            least = distance;
            nearest = point;
        }
    }
    return nearest;
}

void ScatterView::paintPoints(QPainter& painter) const
{
    const ColorScheme colors(palette());
    const double size = m_points.size() <= few ? 5 : 3;
    std::vector<QColor> series;
    for (int index = 0; index < colorsKnown; ++index)
        series.push_back(colors.series(index));
    const QColor faint = mixed(colors.surface, colors.text, 0.18);
    const auto isPicked = [&](std::size_t point) { return m_picked.empty() || m_picked[point]; };
    // What stands out lies above the rest.
    for (const bool above : {false, true})
        for (std::size_t point = 0; point < m_points.size(); ++point) {
            if (isPicked(point) != above)
                continue;
            const int color = point < m_colors.size() ? m_colors[point] : 0;
            const QPointF corner = position(static_cast<int>(point)) - QPointF(size / 2, size / 2);
            painter.fillRect(QRectF(corner, QSizeF(size, size)),
                             above && color >= 0 ? series[std::size_t(color % colorsKnown)] : faint);
        }
}

Drawing ScatterView::drawing() const
{
    return {size(), ColorScheme(palette()).surface, [this](QPainter& painter) { paintPoints(painter); }};
}

void ScatterView::paintEvent(QPaintEvent*)
{
    const ColorScheme colors(palette());
    if (m_image.isNull()) {
        const double scale = devicePixelRatioF();
        m_image = QImage((QSizeF(size()) * scale).toSize(), QImage::Format_RGB32);
        m_image.setDevicePixelRatio(scale);
        m_image.fill(colors.surface);
        QPainter painter(&m_image);
        paintPoints(painter);
    }
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), m_image);
    if (m_points.empty()) {
        painter.setPen(colors.mutedText);
        painter.drawText(rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
                         m_placeholder);
    }
    if (m_loop.size() > 1) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colors.accent, 1.5));
        QColor inside = colors.accent;
        inside.setAlphaF(0.12F);
        painter.setBrush(inside);
        painter.drawPolygon(m_loop);
    }
}

void ScatterView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        repaintPoints();
}

void ScatterView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    repaintPoints();
}

void ScatterView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_loop = {event->position()};
}

void ScatterView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_loop.isEmpty())
        return;
    m_loop << event->position();
    update();
}

void ScatterView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_loop.isEmpty())
        return;
    const QPolygonF loop = std::exchange(m_loop, {});
    update();
    if (m_points.empty())
        return;
    std::vector<bool> points(m_points.size(), false);
    if (loop.size() < 3) {
        if (const int point = pointAt(event->position()); point >= 0)
            points[static_cast<std::size_t>(point)] = true;
    } else {
        for (int point = 0; point < static_cast<int>(m_points.size()); ++point)
            points[static_cast<std::size_t>(point)] = loop.containsPoint(position(point), Qt::OddEvenFill);
    }
    Q_EMIT picked(points);
}

bool ScatterView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_description)
        return QWidget::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    const int point = pointAt(help->pos());
    if (point >= 0)
        QToolTip::showText(help->globalPos(), m_description(point), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace nakama
