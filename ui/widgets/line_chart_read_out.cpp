// The part of LineChart that answers pointer and keys: the read-out, the marker, the menu.
#include "ui/widgets/color_scheme.h"
#include "ui/widgets/line_chart.h"
#include "ui/widgets/save_file.h"

#include <QAccessible>
#include <QActionGroup>
#include <QChart>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QGraphicsLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

/** Enough digits to tell curves apart, no more: 0.0001234, 0.512, 48.2. */
QString valueText(double value)
{
    const double size = std::abs(value);
    const int decimals = size >= 100 || size == 0 ? 1 : size >= 0.1 ? 3 : 4;
    return size > 0 && size < 0.001 ? QLocale().toString(value, 'g', 3)
                                    : QLocale().toString(value, 'f', decimals);
}

const QPointF* pointAt(const QList<QPointF>& points, double x)
{
    const auto found = std::lower_bound(points.begin(), points.end(), x,
                                        [](const QPointF& point, double value) { return point.x() < value; });
    return found != points.end() && found->x() == x ? &*found : nullptr;
}

} // namespace

std::optional<double> LineChart::nearestX(double x) const
{
    std::optional<double> nearest;
    const auto consider = [&](const QPointF& point) {
        if (!nearest || std::abs(point.x() - x) < std::abs(*nearest - x))
            nearest = point.x();
    };
    for (const Curve& curve : m_curves) {
        const auto after =
            std::lower_bound(curve.points.begin(), curve.points.end(), x,
                             [](const QPointF& point, double value) { return point.x() < value; });
        if (after != curve.points.end())
            consider(*after);
        if (after != curve.points.begin())
            consider(*std::prev(after));
    }
    return nearest;
}

QString LineChart::xText(double x) const
{
    const QString number =
        m_xValues == TickValues::Whole ? QLocale().toString(std::llround(x)) : valueText(x);
    return m_xAxis->titleText().isEmpty() ? number : m_xAxis->titleText() + QLatin1Char(' ') + number;
}

std::vector<LineChart::Value> LineChart::valuesAt(double x) const
{
    const ColorScheme colors(palette());
    std::vector<Value> values;
    for (std::size_t index = 0; index < m_curves.size(); ++index) {
        const Curve& curve = m_curves[index];
        const QPointF* const point = pointAt(curve.points, x);
        if (point == nullptr)
            continue;
        Value value{colors.series(static_cast<int>(index)), curve.name + QLatin1Char(' '), std::nullopt};
        if (std::isfinite(point->y())) {
            value.text += valueText(point->y());
            value.position = chart()->mapToScene(chart()->mapToPosition(*point, curve.line));
        } else {
            value.text += tr("not a number");
        }
        values.push_back(std::move(value));
    }
    return values;
}

QString LineChart::readOut(double x) const
{
    const auto nearest = nearestX(x);
    if (!nearest)
        return {};
    QStringList parts{xText(*nearest)};
    for (const Value& value : valuesAt(*nearest))
        parts << value.text;
    return parts.join(QStringLiteral(" · "));
}

void LineChart::setCursor(std::optional<double> x)
{
    if (x == m_cursor)
        return;
    m_cursor = x;
    setAccessibleDescription(x ? readOut(*x) : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    viewport()->update();
}

void LineChart::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = chart()->mapFromScene(mapToScene(event->position().toPoint()));
    const bool inside = chart()->plotArea().contains(position) && !m_curves.empty();
    setCursor(inside ? nearestX(chart()->mapToValue(position, m_curves.front().line).x()) : std::nullopt);
    QChartView::mouseMoveEvent(event);
}

void LineChart::leaveEvent(QEvent* event)
{
    setCursor(std::nullopt);
    QChartView::leaveEvent(event);
}

void LineChart::focusOutEvent(QFocusEvent* event)
{
    setCursor(std::nullopt);
    QChartView::focusOutEvent(event);
}

void LineChart::keyPressEvent(QKeyEvent* event)
{
    const bool back = event->key() == Qt::Key_Left;
    const bool forth = event->key() == Qt::Key_Right;
    const bool ends = event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (isEmpty() || !(back || forth || ends))
        return QChartView::keyPressEvent(event);
    if (ends || !m_cursor) {
        const bool first = event->key() == Qt::Key_Home || forth;
        return setCursor(nearestX(first ? m_xAxis->min() : m_xAxis->max()));
    }
    std::optional<double> next;
    for (const Curve& curve : m_curves) {
        const auto beyond = [&](const QPointF& point) {
            return back ? point.x() < *m_cursor : point.x() > *m_cursor;
        };
        for (const QPointF& point : curve.points)
            if (beyond(point) && (!next || std::abs(point.x() - *m_cursor) < std::abs(*next - *m_cursor)))
                next = point.x();
    }
    if (next)
        setCursor(next);
}

void LineChart::contextMenuEvent(QContextMenuEvent* event)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu* const smoothing = menu->addMenu(tr("S&moothing"));
    auto* const group = new QActionGroup(menu);
    const std::pair<QString, double> weights[] = {
        {tr("&Off"), 0.0}, {tr("&Light"), 0.6}, {tr("&Strong"), 0.9}};
    for (const auto& [text, weight] : weights) {
        QAction* const action =
            smoothing->addAction(text, this, [this, value = weight] { setSmoothing(value); });
        action->setCheckable(true);
        action->setChecked(std::abs(weight - m_smoothing) < 1e-9);
        group->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(tr("&Copy picture"), this, [this] { QGuiApplication::clipboard()->setImage(picture()); });
    menu->addAction(tr("&Save picture…"), this,
                    [this] { savePicture(this, picture(), QStringLiteral("chart.png")); });
    menu->popup(event->globalPos());
}

void LineChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
}

void LineChart::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    updateLater();
}

void LineChart::showEvent(QShowEvent* event)
{
    QChartView::showEvent(event);
    updateNow(); // what came while it was out of sight
}

QImage LineChart::picture(double scale)
{
    // A chart on a page that was never shown has no size of its own yet.
    const QSize size = viewport()->size().expandedTo({560, 320});
    const QSizeF shown = chart()->size();
    setCursor(std::nullopt);
    chart()->resize(size);
    chart()->layout()->activate();
    updateNow();

    QImage image(size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(ColorScheme(palette()).surface);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole(QPointF(), size);
    scene()->render(&painter, whole, whole);
    drawForeground(&painter, whole);
    painter.end();

    chart()->resize(shown);
    updateLater();
    return image;
}

void LineChart::drawForeground(QPainter* painter, const QRectF&)
{
    painter->setFont(font());
    if (isEmpty()) {
        painter->setPen(ColorScheme(palette()).mutedText);
        painter->drawText(chart()->mapRectToScene(chart()->plotArea()), Qt::AlignCenter | Qt::TextWordWrap,
                          m_placeholder);
        return;
    }
    drawMarker(*painter);
    drawDots(*painter);
    if (m_cursor)
        drawCursor(*painter);
}

void LineChart::drawMarker(QPainter& painter) const
{
    if (!m_marker || *m_marker < m_xAxis->min() || *m_marker > m_xAxis->max())
        return;
    const ColorScheme colors(palette());
    const QRectF plot = chart()->mapRectToScene(chart()->plotArea());
    const double x =
        chart()->mapToScene(chart()->mapToPosition({*m_marker, m_yAxis->min()}, m_curves.front().line)).x();
    painter.setPen(QPen(colors.mutedText, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    if (m_markerLabel.isEmpty())
        return;
    const int width = QFontMetrics(painter.font()).horizontalAdvance(m_markerLabel);
    const bool left = x + 6 + width > plot.right();
    painter.drawText(
        QPointF(left ? x - 6 - width : x + 6, plot.top() + QFontMetrics(painter.font()).ascent()),
        m_markerLabel);
}

void LineChart::drawDots(QPainter& painter) const
{
    // Few points are values of their own, and a single one has no line at all.
    constexpr qsizetype mostDots = 40;
    const ColorScheme colors(palette());
    painter.setPen(Qt::NoPen);
    for (std::size_t index = 0; index < m_curves.size() && m_smoothing == 0; ++index) {
        const Curve& curve = m_curves[index];
        if (curve.points.size() > mostDots)
            continue;
        painter.setBrush(colors.series(static_cast<int>(index)));
        for (const QPointF& point : curve.points)
            if (std::isfinite(point.y()))
                painter.drawEllipse(chart()->mapToScene(chart()->mapToPosition(point, curve.line)), 2.8, 2.8);
    }
}

void LineChart::drawCursor(QPainter& painter) const
{
    const ColorScheme colors(palette());
    const QRectF plot = chart()->mapRectToScene(chart()->plotArea());
    const double x =
        chart()->mapToScene(chart()->mapToPosition({*m_cursor, m_yAxis->min()}, m_curves.front().line)).x();
    painter.setPen(QPen(mixed(colors.surface, colors.text, 0.35), 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const auto values = valuesAt(*m_cursor);
    for (const Value& value : values) {
        if (!value.position)
            continue;
        painter.setPen(QPen(colors.surface, 1.5));
        painter.setBrush(value.color);
        painter.drawEllipse(*value.position, 4.5, 4.5);
    }
    drawReadOut(painter, x, xText(*m_cursor), values);
}

void LineChart::drawReadOut(QPainter& painter, double x, const QString& title,
                            const std::vector<Value>& values) const
{
    const ColorScheme colors(palette());
    const QFontMetrics metrics(painter.font());
    constexpr double padding = 8;
    constexpr double dot = 14; ///< the coloured dot with the space after it
    double width = metrics.horizontalAdvance(title);
    for (const Value& value : values)
        width = std::max(width, dot + metrics.horizontalAdvance(value.text));
    const QRectF plot = chart()->mapRectToScene(chart()->plotArea());
    QRectF box(0, plot.top() + 4, width + 2 * padding,
               metrics.height() * (1.0 + double(values.size())) + 2 * padding - 2);
    box.moveLeft(x + 10 + box.width() > plot.right() ? x - 10 - box.width() : x + 10);

    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(box, 6, 6);
    QRectF line(box.left() + padding, box.top() + padding - 1, width + 1, metrics.height());
    painter.setPen(colors.mutedText);
    painter.drawText(line, Qt::AlignVCenter, title);
    for (const Value& value : values) {
        line.translate(0, metrics.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(value.color);
        painter.drawEllipse(QPointF(line.left() + 4, line.center().y()), 4, 4);
        painter.setPen(colors.text);
        painter.drawText(line.adjusted(dot, 0, 0, 0), Qt::AlignVCenter, value.text);
    }
}

} // namespace nakama
