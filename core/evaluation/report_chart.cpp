#include "core/evaluation/report_chart.h"

#include "core/evaluation/report_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace nakama
{

namespace
{

constexpr ChartFrame frame;

/** From values to the pixels of the picture. */
class Plot
{
public:
    Plot(const ChartParams& params, const std::vector<double>& ticks)
        : m_first(params.epochs.front()), m_last(params.epochs.back()), m_low(ticks.front()),
          m_high(ticks.back())
    {
    }

    double x(double epoch) const
    {
        const double share = m_last > m_first ? (epoch - m_first) / (m_last - m_first) : 0.5;
        return frame.left + share * (frame.width - frame.left - frame.right);
    }
    double y(double value) const
    {
        return frame.height - frame.bottom -
               (value - m_low) / (m_high - m_low) * (frame.height - frame.top - frame.bottom);
    }

private:
    double m_first;
    double m_last;
    double m_low;
    double m_high;
};

std::vector<double> valueTicks(const ChartParams& params)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const auto& curve : params.curves) {
        for (const double value : curve.values) {
            if (!std::isfinite(value))
                continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (low > high)
        return {0, 0.25, 0.5, 0.75, 1};
    // Loss and F1 are read against zero unless the curves use only a small upper part of the range.
    if (params.unitRange)
        return axisTicks(low < 0.6 ? 0 : low, 1);
    return axisTicks(0, high);
}

/** Epoch labels: all of them where there is room, else at a round step. */
std::vector<int> epochTicks(const std::vector<int>& epochs)
{
    const int span = epochs.back() - epochs.front();
    int step = 1;
    for (const int candidate : {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000}) {
        step = candidate;
        if (span / candidate <= 10)
            break;
    }
    std::vector<int> ticks;
    for (int epoch = epochs.front(); epoch <= epochs.back(); ++epoch) {
        if (epoch % step == 0 || step == 1)
            ticks.push_back(epoch);
    }
    return ticks;
}

std::string axes(const ChartParams& params, const Plot& plot, const std::vector<double>& ticks)
{
    std::string svg;
    const auto out = std::back_inserter(svg);
    const int decimals = ticks[1] - ticks[0] < 0.095 ? 2 : (ticks[1] - ticks[0] < 0.95 ? 1 : 0);
    for (const double tick : ticks)
        svg += frame.valueLine(plot.y(tick), fmt::format("{:.{}f}", tick, decimals));
    for (const int epoch : epochTicks(params.epochs)) {
        fmt::format_to(out, R"(<line class="axis" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>)",
                       plot.x(epoch), frame.height - frame.bottom, frame.height - frame.bottom + 4);
        fmt::format_to(out, R"(<text class="tick" x="{:.1f}" y="{}" text-anchor="middle">{}</text>)",
                       plot.x(epoch), frame.height - frame.bottom + 18, epoch);
    }
    svg += frame.axis("epoch");
    return svg;
}

std::string bestMark(const ChartParams& params, const Plot& plot)
{
    const auto at = std::find(params.epochs.begin(), params.epochs.end(), params.markedEpoch);
    if (at == params.epochs.end())
        return {};
    const auto index = static_cast<std::size_t>(std::distance(params.epochs.begin(), at));
    const double x = plot.x(params.markedEpoch);
    std::string svg = fmt::format(R"(<line class="best" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>)", x,
                                  frame.top, frame.height - frame.bottom);
    // The label stays inside the picture, on the side with more room.
    const bool leftSide = x > frame.width / 2;
    svg += fmt::format(R"(<text class="best-label" x="{:.1f}" y="{}" text-anchor="{}">best: epoch {}</text>)",
                       x + (leftSide ? -6 : 6),
                       params.unitRange ? frame.height - frame.bottom - 8 : frame.top + 10,
                       leftSide ? "end" : "start", params.markedEpoch);
    for (const auto& curve : params.curves) {
        if (index < curve.values.size() && std::isfinite(curve.values[index]))
            svg += fmt::format(R"(<circle class="dot {}" cx="{:.1f}" cy="{:.1f}" r="4"/>)", curve.style, x,
                               plot.y(curve.values[index]));
    }
    return svg;
}

std::string curvePath(const ChartParams& params, const ChartCurve& curve, const Plot& plot)
{
    std::string path;
    bool drawing = false;
    for (std::size_t i = 0; i < std::min(params.epochs.size(), curve.values.size()); ++i) {
        if (!std::isfinite(curve.values[i])) {
            drawing = false;
            continue;
        }
        fmt::format_to(std::back_inserter(path), "{}{:.1f} {:.1f}", drawing ? "L" : "M",
                       plot.x(params.epochs[i]), plot.y(curve.values[i]));
        drawing = true;
    }
    // A zero-length end makes round caps show a single epoch as a dot.
    if (params.epochs.size() == 1 && drawing)
        path += "h0";
    return fmt::format(R"(<path class="curve {}" d="{}"/>)", curve.style, path);
}

std::string legend(const ChartParams& params)
{
    std::string svg;
    double x = frame.left;
    for (const auto& curve : params.curves) {
        svg += legendEntry(x, curve.style, curve.name);
        x += 26 + 7.0 * static_cast<double>(curve.name.size()) + 22;
    }
    return svg;
}

} // namespace

std::vector<double> axisTicks(double low, double high)
{
    if (!(high > low))
        high = low + 1;
    const double rough = (high - low) / 5;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * 0.999) {
            step = factor * power;
            break;
        }
    }
    std::vector<double> ticks;
    const auto first = std::floor(low / step + 1e-9);
    const auto last = std::ceil(high / step - 1e-9);
    for (double i = first; i <= last; ++i)
        ticks.push_back(i * step);
    return ticks;
}

std::string lineChartSvg(const ChartParams& params)
{
    if (params.epochs.empty())
        return {};
    const auto ticks = valueTicks(params);
    const Plot plot(params, ticks);
    auto svg = frame.opening(params.title);
    svg += legend(params);
    svg += axes(params, plot, ticks);
    for (const auto& curve : params.curves)
        svg += curvePath(params, curve, plot);
    svg += bestMark(params, plot);
    return svg + "</svg>";
}

} // namespace nakama
