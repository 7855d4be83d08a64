#include "core/evaluation/curves_csv.h"

#include "core/base/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nakama
{

std::string csvOf(const Metrics& metrics, const std::vector<PrecisionRecallCurve>& curves,
                  std::size_t mostPoints)
{
    std::string text = "class,threshold,precision,recall\n";
    for (std::size_t k = 0; k < std::min(curves.size(), metrics.perClass.size()); ++k) {
        const auto& points = curves[k].points;
        const auto shown = std::min(points.size(), mostPoints);
        for (std::size_t i = 0; i < shown; ++i) {
            const auto& point = points[shown > 1 ? i * (points.size() - 1) / (shown - 1) : 0];
            fmt::format_to(std::back_inserter(text), "{},{:.8g},{:.8g},{:.8g}\n",
                           csvField(metrics.perClass[k].name), point.threshold, point.precision,
                           point.recall);
        }
    }
    return text;
}

std::string csvOf(const Reliability& reliability)
{
    std::string text = "low,high,n,confidence,accuracy\n";
    for (const auto& bin : reliability.bins)
        fmt::format_to(std::back_inserter(text), "{:.8g},{:.8g},{},{:.8g},{:.8g}\n", bin.low, bin.high, bin.n,
                       bin.confidence, bin.accuracy);
    return text;
}

} // namespace nakama
