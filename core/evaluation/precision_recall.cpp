#include "core/evaluation/precision_recall.h"

#include <algorithm>
#include <utility>

namespace nakama
{

namespace
{

/** Of the larger of two probabilities that differ by the rounding of a softmax alone. */
constexpr double equalAbove = 1 - 1e-14;

/** A picture's probability of a class, and whether it is of that class. */
using Ranked = std::pair<double, bool>;

/** For each class its labelled pictures, the largest probability first. */
std::vector<std::vector<Ranked>> rankedByClass(const PredictionTable& table)
{
    std::vector<std::vector<Ranked>> ranked(table.classes.size());
    for (const auto& row : table.rows) {
        if (row.label < 0)
            continue;
        const auto probabilities = row.probabilities();
        for (std::size_t k = 0; k < ranked.size(); ++k)
            ranked[k].emplace_back(probabilities[k], row.label == static_cast<int>(k));
    }
    for (auto& pictures : ranked)
        std::sort(pictures.begin(), pictures.end(),
                  [](const Ranked& a, const Ranked& b) { return a.first > b.first; });
    return ranked;
}

PrecisionRecallCurve curveOf(const std::vector<Ranked>& pictures)
{
    PrecisionRecallCurve curve;
    curve.positives =
        std::count_if(pictures.begin(), pictures.end(), [](const Ranked& one) { return one.second; });
    std::int64_t hits = 0;
    double recallBefore = 0;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        hits += pictures[i].second;
        if (i + 1 < pictures.size() && pictures[i + 1].first >= pictures[i].first * equalAbove)
            continue; // equal probabilities are taken together
        const double precision = static_cast<double>(hits) / static_cast<double>(i + 1);
        const double recall =
            curve.positives == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(curve.positives);
        curve.averagePrecision += (recall - recallBefore) * precision;
        curve.points.push_back({pictures[i].first, precision, recall});
        recallBefore = recall;
    }
    return curve;
}

} // namespace

std::vector<PrecisionRecallCurve> precisionRecallCurves(const PredictionTable& table)
{
    std::vector<PrecisionRecallCurve> curves;
    for (const auto& pictures : rankedByClass(table))
        curves.push_back(curveOf(pictures));
    return curves;
}

} // namespace nakama
