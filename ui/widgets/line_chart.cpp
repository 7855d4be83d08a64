#include "ui/widgets/line_chart.h"

#include "ui/widgets/chart_look.h"
#include "ui/widgets/color_scheme.h"

#include <QChart>
#include <QLegend>
#include <QLegendMarker>

#include <algorithm>
#include <cmath>
#include <limits>

namespace nakama
{

namespace
{

constexpr int updateIntervalMs = 33;
constexpr qsizetype mostBoldPoints = 200;
constexpr qsizetype manyPoints = 300;

void forEachFinite(const QList<QPointF>& points, const auto& use)
{
    for (const QPointF& point : points)
        if (std::isfinite(point.y()))
            use(point);
}

} // namespace

LineChart::LineChart(QWidget* parent)
    : QChartView(parent), m_xAxis(new QValueAxis(this)), m_yAxis(new QValueAxis(this))
{
    prepareChart(*this);
    setFrameShape(StyledPanel);
    chart()->setMargins({6, 4, 12, 4});
    chart()->addAxis(m_xAxis, Qt::AlignBottom);
    chart()->addAxis(m_yAxis, Qt::AlignLeft);
    m_xAxis->setTickType(QValueAxis::TicksDynamic);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(220, 160);
    setAccessibleName(tr("Chart"));
    m_placeholder = tr("No data yet");
    m_update.setSingleShot(true);
    m_update.setInterval(updateIntervalMs);
    connect(&m_update, &QTimer::timeout, this, &LineChart::updateNow);
    applyColors();
    updateAxes();
}

int LineChart::addSeries(const QString& name)
{
    Curve curve;
    curve.name = name;
    for (QLineSeries** series : {&curve.faint, &curve.line}) {
        *series = new QLineSeries(this);
        (*series)->setName(name);
        chart()->addSeries(*series);
        (*series)->attachAxis(m_xAxis);
        (*series)->attachAxis(m_yAxis);
    }
    curve.faint->setVisible(false);
    m_curves.push_back(curve);
    applyColors();
    return seriesCount() - 1;
}

void LineChart::clearSeries()
{
    m_marker.reset();
    m_cursor.reset();
    for (const Curve& curve : m_curves) {
        delete curve.faint; // takes itself off the chart
        delete curve.line;
    }
    m_curves.clear();
    updateLater();
}

void LineChart::setSeriesName(int series, const QString& name)
{
    auto& curve = m_curves[static_cast<std::size_t>(series)];
    curve.name = name;
    curve.line->setName(name);
}

void LineChart::append(int series, double x, double y)
{
    m_curves[static_cast<std::size_t>(series)].points.append({x, y});
    updateLater();
}

void LineChart::setPoints(int series, QList<QPointF> points)
{
    std::stable_sort(points.begin(), points.end(),
                     [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
    m_curves[static_cast<std::size_t>(series)].points = std::move(points);
    updateLater();
}

void LineChart::clearPoints()
{
    for (Curve& curve : m_curves)
        curve.points.clear();
    m_marker.reset();
    m_cursor.reset();
    updateLater();
}

void LineChart::setAxisTitles(const QString& x, const QString& y)
{
    m_xAxis->setTitleText(x);
    m_yAxis->setTitleText(y);
}

void LineChart::setYLimits(std::optional<double> low, std::optional<double> high)
{
    m_yLow = low;
    m_yHigh = high;
    updateLater();
}

void LineChart::setXValues(TickValues values)
{
    m_xValues = values;
    updateLater();
}

void LineChart::setMarker(std::optional<double> x, const QString& label)
{
    m_marker = x;
    m_markerLabel = label;
    viewport()->update();
}

void LineChart::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    viewport()->update();
}

void LineChart::setSmoothing(double weight)
{
    m_smoothing = std::clamp(weight, 0.0, 0.99);
    updateLater();
}

bool LineChart::isEmpty() const
{
    return std::all_of(m_curves.begin(), m_curves.end(),
                       [](const Curve& curve) { return curve.points.isEmpty(); });
}

void LineChart::updateLater()
{
    // Not restarted while it runs: a stream of points must not put the update off for ever.
    if (isVisible() && !m_update.isActive())
        m_update.start();
}

void LineChart::updateNow()
{
    m_update.stop();
    // Half as many columns as pixels: a column's lowest and highest points stand beside each other.
    const int columns = std::max(100, static_cast<int>(chart()->plotArea().width() / 2));
    for (int index = 0; index < seriesCount(); ++index)
        updateCurve(index, columns);
    updateAxes();
    viewport()->update();
}

void LineChart::updateCurve(int index, int columns)
{
    Curve& curve = m_curves[static_cast<std::size_t>(index)];
    const bool smooth = m_smoothing > 0;
    // A smoothed curve is drawn with a bold pen, which is slow, and has little in a column to show; of many
    // points, the faint band behind it shows no single one.
    const bool many = curve.points.size() > manyPoints;
    curve.line->replace(smooth ? thinned(smoothed(curve.points, m_smoothing), columns / (many ? 12 : 3))
                               : thinned(curve.points, columns));
    curve.faint->replace(smooth ? thinned(curve.points, many ? columns / 6 : columns) : QList<QPointF>());
    curve.faint->setVisible(smooth);
    for (QLegendMarker* marker : chart()->legend()->markers(curve.faint))
        marker->setVisible(false);
    setPens(index);
}

void LineChart::setPens(int index)
{
    const Curve& curve = m_curves[static_cast<std::size_t>(index)];
    const QColor color = ColorScheme(palette()).series(index);
    // Noise of thousands of points is drawn with the thin pen that the painter is quick with.
    const bool dense = m_smoothing == 0 && curve.points.size() > mostBoldPoints;
    QPen pen(color, dense ? 1 : 2, Qt::SolidLine, Qt::RoundCap, dense ? Qt::BevelJoin : Qt::RoundJoin);
    pen.setCosmetic(true);
    curve.line->setPen(pen);
    QColor faint = color;
    faint.setAlphaF(0.25F);
    QPen faintPen(faint, 1);
    faintPen.setCosmetic(true);
    curve.faint->setPen(faintPen);
    for (QLegendMarker* marker : chart()->legend()->markers(curve.line))
        marker->setPen(color); // NoPen would mean the default outline
}

void LineChart::updateAxes()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QPointF low(infinity, infinity);
    QPointF high(-infinity, -infinity);
    for (const Curve& curve : m_curves)
        forEachFinite(curve.points, [&](const QPointF& point) {
            low = {std::min(low.x(), point.x()), std::min(low.y(), point.y())};
            high = {std::max(high.x(), point.x()), std::max(high.y(), point.y())};
        });
    if (low.x() > high.x()) {
        low = {0, 0};
        high = {1, 1};
    }

    // About 80 points for a label along x, 38 along y, whatever the size of the chart.
    const QRectF plot = chart()->plotArea();
    const Ticks x = niceTicks(low.x(), high.x(), std::max(2, static_cast<int>(plot.width() / 80)), m_xValues);
    m_xAxis->setTickAnchor(x.low);
    m_xAxis->setTickInterval(x.step);
    m_xAxis->setLabelFormat(QStringLiteral("%.%1f").arg(x.decimals));
    if (low.x() < high.x())
        m_xAxis->setRange(low.x(), high.x());
    else
        m_xAxis->setRange(x.low, x.high);

    const Ticks y =
        niceTicks(m_yLow.value_or(low.y()), std::max(m_yHigh.value_or(high.y()), m_yLow.value_or(low.y())),
                  std::clamp(static_cast<int>(plot.height() / 38), 3, 9));
    m_yAxis->setLabelFormat(QStringLiteral("%.%1f").arg(y.decimals));
    m_yAxis->setTickCount(y.count);
    m_yAxis->setRange(y.low, y.high);
}

void LineChart::applyColors()
{
    applyChartLook(*this);
    applyAxisLook(*m_xAxis, *this);
    applyAxisLook(*m_yAxis, *this);
    m_xAxis->setGridLineVisible(false);
    m_yAxis->setLineVisible(false);
    for (int index = 0; index < seriesCount(); ++index)
        setPens(index);
}

} // namespace nakama
