#include "ui/widgets/scatter_view.h"

#include "ui/widgets/color_scheme.h"
#include "ui/widgets/scatter_marks.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace nakama
{

namespace
{

constexpr double margin = 12;
constexpr double reach = 6;       ///< how near the pointer has to be to a point
constexpr std::size_t few = 2000; ///< points that may be large
constexpr QSize smallestDrawing{480, 420};

} // namespace

ScatterView::ScatterView(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Map of pictures"));
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
}

void ScatterView::setPoints(std::vector<QPointF> points)
{
    m_points = std::move(points);
    m_picked.clear();
    m_current = -1;
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

void ScatterView::setCurrentPoint(int point)
{
    if (point == m_current)
        return;
    m_current = point;
    const QString text = point >= 0 && m_description ? m_description(point) : QString();
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    if (point >= 0 && hasFocus())
        QToolTip::showText(mapToGlobal(position(point).toPoint()), text, this);
    update();
}

QPointF ScatterView::position(int point, QSize room) const
{
    const auto& place = m_points[static_cast<std::size_t>(point)];
    return {margin + place.x() * (room.width() - 2 * margin),
            margin + place.y() * (room.height() - 2 * margin)};
}

int ScatterView::pointTowards(QPointF direction) const
{
    int best = -1;
    double least = std::numeric_limits<double>::infinity();
    const QPointF from = position(m_current);
    for (int point = 0; point < static_cast<int>(m_points.size()); ++point) {
        const QPointF way = position(point) - from;
        const double ahead = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        // What lies straight ahead comes before what is as near but aside.
        if (const double cost = ahead + 2 * aside;
            point != m_current && ahead > 0 && aside <= ahead && cost < least) {
            least = cost;
            best = point;
        }
    }
    return best;
}

void ScatterView::pickOnly(int point)
{
    std::vector<bool> points(m_points.size(), false);
    if (point >= 0)
        points[static_cast<std::size_t>(point)] = true;
    Q_EMIT picked(points);
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

void ScatterView::paintPoints(QPainter& painter, QSize room) const
{
    const ColorScheme colors(palette());
    const double size = m_points.size() <= few ? 6 : 3;
    std::vector<QColor> ofCategory;
    for (const int category : m_colors)
        while (category >= static_cast<int>(ofCategory.size()))
            ofCategory.push_back(markColor(static_cast<int>(ofCategory.size()), colors));
    const QColor faint = mixed(colors.surface, colors.text, 0.18);
    const auto isPicked = [&](std::size_t point) { return m_picked.empty() || m_picked[point]; };
    // What stands out lies above the rest.
    for (const bool above : {false, true})
        for (std::size_t point = 0; point < m_points.size(); ++point) {
            if (isPicked(point) != above)
                continue;
            const int category = point < m_colors.size() ? m_colors[point] : -1;
            paintMark(painter, position(static_cast<int>(point), room), size, category,
                      above && category >= 0 ? ofCategory[static_cast<std::size_t>(category)] : faint);
        }
}

void ScatterView::paintCurrent(QPainter& painter) const
{
    if (m_current < 0 || !hasFocus())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ColorScheme(palette()).text, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(position(m_current), reach, reach);
    painter.restore();
}

Drawing ScatterView::drawing() const
{
    // A view on a page that was never shown has no size of its own yet.
    const QSize room = size().expandedTo(smallestDrawing);
    return {room, ColorScheme(palette()).surface,
            [this, room](QPainter& painter) { paintPoints(painter, room); }};
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
        paintPoints(painter, size());
    }
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), m_image);
    paintCurrent(painter);
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
    if (loop.size() < 3) {
        const int point = pointAt(event->position());
        setCurrentPoint(point);
        return pickOnly(point);
    }
    std::vector<bool> points(m_points.size(), false);
    for (int point = 0; point < static_cast<int>(m_points.size()); ++point)
        points[static_cast<std::size_t>(point)] = loop.containsPoint(position(point), Qt::OddEvenFill);
    Q_EMIT picked(points);
}

void ScatterView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int point = pointAt(event->position()); event->button() == Qt::LeftButton && point >= 0)
        Q_EMIT activated(point);
}

void ScatterView::keyPressEvent(QKeyEvent* event)
{
    const auto go = [this](QPointF direction) {
        // The first key only brings the cursor into view.
        if (const int next = m_current < 0 ? 0 : pointTowards(direction); next >= 0)
            setCurrentPoint(next);
    };
    if (m_points.empty())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return go({-1, 0});
    case Qt::Key_Right:
        return go({1, 0});
    case Qt::Key_Up:
        return go({0, -1});
    case Qt::Key_Down:
        return go({0, 1});
    case Qt::Key_Space:
        if (m_current >= 0)
            pickOnly(m_current);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT activated(m_current);
        return;
    case Qt::Key_Escape:
        return pickOnly(-1);
    default:
        QWidget::keyPressEvent(event);
    }
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
