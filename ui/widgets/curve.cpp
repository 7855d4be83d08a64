#include "ui/widgets/curve.h"

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

bool finite(const QPointF& point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

double niceStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double lead = rough / power;
    // The thresholds are geometric means, so that each step serves its own neighbourhood.
    return power * (lead < 1.4142 ? 1 : lead < 3.1623 ? 2 : lead < 7.0711 ? 5 : 10);
}

/** Writes the points of one column in drawing order. */
void appendColumn(QList<QPointF>& result, const QPointF* begin, const QPointF* end)
{
    const auto byY = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
    auto [lowest, highest] = std::minmax_element(begin, end, byY);
    if (lowest > highest)
        std::swap(lowest, highest);
    const QPointF* previous = nullptr;
    for (const QPointF* point : {begin, lowest, highest, end - 1}) {
        if (previous == nullptr || point > previous)
            result.append(*point);
        previous = point;
    }
}

} // namespace

Ticks niceTicks(double low, double high, int wanted, TickValues values)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        return {};
    if (high - low < 1e-12 * std::max({1.0, std::abs(low), std::abs(high)})) {
        const double around = low == 0 ? 1 : std::abs(low) * 0.5;
        low -= around;
        high += around;
    }
    double step = niceStep((high - low) / std::max(1, wanted - 1));
    if (values == TickValues::Whole)
        step = std::max(1.0, std::round(step));
    Ticks ticks;
    ticks.step = step;
    // The small share forgives rounding: 0.3 / 0.1 is a little less than 3.
    ticks.low = std::floor(low / step + 1e-9) * step;
    ticks.high = std::ceil(high / step - 1e-9) * step;
    ticks.count = static_cast<int>(std::lround((ticks.high - ticks.low) / step)) + 1;
    ticks.decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
    return ticks;
}

QList<QPointF> smoothed(const QList<QPointF>& points, double weight)
{
    QList<QPointF> result;
    result.reserve(points.size());
    double average = 0;
    double bias = 1;
    for (const QPointF& point : points) {
        if (!finite(point))
            continue;
        average = weight * average + (1 - weight) * point.y();
        bias *= weight;
        result.append({point.x(), average / (1 - bias)});
    }
    return result;
}

QList<QPointF> thinned(const QList<QPointF>& points, int columns)
{
    QList<QPointF> kept;
    kept.reserve(points.size());
    std::copy_if(points.begin(), points.end(), std::back_inserter(kept), finite);
    if (columns < 1 || kept.size() <= 4 * qsizetype(columns))
        return kept;

    const double left = kept.first().x();
    const double width = (kept.last().x() - left) / columns;
    QList<QPointF> result;
    const QPointF* const end = kept.constData() + kept.size();
    for (const QPointF* begin = kept.constData(); begin != end;) {
        const double column = width > 0 ? std::floor((begin->x() - left) / width) : 0;
        const QPointF* const next =
            width > 0 ? std::find_if(begin + 1, end,
                                     [&](const QPointF& p) { return p.x() >= left + (column + 1) * width; })
                      : end;
        appendColumn(result, begin, next);
        begin = next;
    }
    return result;
}

} // namespace nakama
