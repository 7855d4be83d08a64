#include "core/evaluation/report_curves.h"

#include "core/evaluation/html.h"
#include "core/evaluation/report_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <optional>

namespace nakama
{

namespace
{

constexpr ChartFrame shape{.height = 340, .bottom = 42};
constexpr std::size_t gridSteps = 100; ///< of recall; enough for the eye, however many pictures there are

using Samples = std::array<double, gridSteps + 1>;

double x(double share)
{
    return shape.left + share * (shape.width - shape.left - shape.right);
}

double y(double share)
{
    return shape.height - shape.bottom - share * (shape.height - shape.top - shape.bottom);
}

/** The frame of a chart whose axes both go from 0 to 1. */
std::string frame(const std::string& title, const std::string& xTitle)
{
    auto svg = shape.opening(title);
    for (int i = 0; i <= 5; ++i) {
        const double share = i / 5.0;
        svg += shape.valueLine(y(share), fmt::format("{:.1f}", share));
        svg += fmt::format(R"(<text class="tick" x="{:.1f}" y="{}" text-anchor="middle">{:.1f}</text>)",
                           x(share), shape.height - shape.bottom + 18, share);
    }
    return svg + shape.axis(xTitle);
}

/** The curve's precision on a grid of recalls, by the steps that average precision adds up. */
Samples sampled(const PrecisionRecallCurve& curve)
{
    Samples samples{};
    std::size_t point = 0;
    for (std::size_t i = 0; i <= gridSteps; ++i) {
        const double recall = static_cast<double>(i) / gridSteps;
        while (point < curve.points.size() && curve.points[point].recall < recall - 1e-9)
            ++point;
        samples[i] = point < curve.points.size() ? curve.points[point].precision : 0;
    }
    return samples;
}

std::string path(const Samples& samples, const std::string& style)
{
    std::string steps;
    for (std::size_t i = 0; i <= gridSteps; ++i)
        fmt::format_to(std::back_inserter(steps), "{}{:.1f} {:.1f}", i == 0 ? "M" : "L",
                       x(static_cast<double>(i) / gridSteps), y(samples[i]));
    return fmt::format(R"(<path class="{}" d="{}"/>)", style, steps);
}

} // namespace

std::string precisionRecallSvg(const Metrics& metrics, const std::vector<PrecisionRecallCurve>& curves)
{
    Samples mean{};
    std::size_t measured = 0;
    std::optional<std::size_t> weakest;
    std::string thin;
    for (std::size_t k = 0; k < std::min(curves.size(), metrics.perClass.size()); ++k) {
        if (curves[k].positives == 0)
            continue;
        const auto samples = sampled(curves[k]);
        std::transform(samples.begin(), samples.end(), mean.begin(), mean.begin(), std::plus<>());
        thin += path(samples, "thin");
        if (!weakest || curves[k].averagePrecision < curves[*weakest].averagePrecision)
            weakest = k;
        ++measured;
    }
    if (!weakest)
        return {};
    for (double& value : mean)
        value /= static_cast<double>(measured);
    return frame("Precision over recall", "recall") +
           legendEntry(shape.left, "c1",
                       fmt::format("mean of the classes, AP {:.3f}", metrics.averagePrecision)) +
           legendEntry(shape.left + 230, "c2",
                       fmt::format("{}, AP {:.3f}", shortened(metrics.perClass[*weakest].name, 18),
                                   curves[*weakest].averagePrecision)) +
           thin + path(sampled(curves[*weakest]), "curve c2") + path(mean, "curve c1") + "</svg>";
}

std::string reliabilitySvg(const Reliability& reliability)
{
    std::int64_t fullest = 0;
    for (const auto& bin : reliability.bins)
        fullest = std::max(fullest, bin.n);
    if (fullest == 0)
        return {};
    auto svg = frame("How often answers are right", "probability of the answer");
    for (const auto& bin : reliability.bins) {
        if (bin.n == 0)
            continue;
        fmt::format_to(std::back_inserter(svg),
                       R"(<g><title>{} answers of {:.2f} to {:.2f}: {:.0f} % right</title>)"
                       R"(<rect class="hit" fill-opacity="{:.2f}" x="{:.1f}" y="{:.1f}" width="{:.1f}" )"
                       R"(height="{:.1f}"/></g>)",
                       bin.n, bin.low, bin.high, 100 * bin.accuracy,
                       0.25 + 0.75 * static_cast<double>(bin.n) / static_cast<double>(fullest),
                       x(bin.low) + 1, y(bin.accuracy), x(bin.high) - x(bin.low) - 2, y(0) - y(bin.accuracy));
    }
    return svg + legendEntry(shape.left, "c2", "as often as the probability says") +
           fmt::format(R"(<path class="curve c2" d="M{:.1f} {:.1f}L{:.1f} {:.1f}"/></svg>)", x(0), y(0), x(1),
                       y(1));
}

} // namespace nakama
