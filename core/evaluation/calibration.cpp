#include "core/evaluation/calibration.h"

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

constexpr double lowestTemperature = 0.05;
constexpr double highestTemperature = 20;

/** First two derivatives of the summed cross-entropy by the inverse temperature. */
struct Derivatives
{
    double slope = 0;
    double curvature = 0;
};

Derivatives derivativesAt(const PredictionTable& table, double inverse)
{
    Derivatives sum;

    for (const auto& row : table.rows) {
        if (row.label < 0)
            continue;
        // Relative to the largest logit, so that exp() stays in range.
        const double largest = *std::max_element(row.logits.begin(), row.logits.end());
        const double truth = row.logits[static_cast<std::size_t>(row.label)] - largest;
        double total = 0;
        double first = 0;
        double second = 0;
        for (const float logit : row.logits) {
            const double relative = logit - largest;
            const double weight = std::exp(inverse * relative);
            total += weight;
            first += weight * relative;
            second += weight * relative * relative;
        }
        const double mean = first / total;
        sum.slope += mean - truth;
        sum.curvature += second / total - mean * mean;
    }
    return sum;
}

bool everyAnswerRight(const PredictionTable& table)
{
    return std::all_of(table.rows.begin(), table.rows.end(), [](const Prediction& row) {
        return row.label < 0 || row.logits[static_cast<std::size_t>(row.label)] >=
                                    *std::max_element(row.logits.begin(), row.logits.end());
    });
}

} // namespace

Reliability reliability(const PredictionTable& table, double temperature, int bins)
{
    Reliability result;
    for (int bin = 0; bin < bins; ++bin)
        result.bins.push_back({static_cast<double>(bin) / bins, static_cast<double>(bin + 1) / bins});
    std::int64_t n = 0;
    for (const auto& row : calibrated(table, temperature).rows) {
        if (row.label < 0)
            continue;
        const auto answer = row.predicted();
        const double confidence = row.probabilities()[static_cast<std::size_t>(answer)];
        const auto place = static_cast<int>(std::ceil(confidence * bins)) - 1;
        auto& bin = result.bins[static_cast<std::size_t>(std::clamp(place, 0, bins - 1))];
        ++bin.n;
        bin.confidence += confidence;
        bin.accuracy += answer == row.label;
        ++n;
    }
    for (auto& bin : result.bins) {
        if (bin.n == 0)
            continue;
        bin.confidence /= static_cast<double>(bin.n);
        bin.accuracy /= static_cast<double>(bin.n);
        result.ece +=
            static_cast<double>(bin.n) / static_cast<double>(n) * std::abs(bin.accuracy - bin.confidence);
    }
    return result;
}

double fitTemperature(const PredictionTable& table)
{
    if (everyAnswerRight(table))
        return 1;
    double low = 1 / highestTemperature;
    double high = 1 / lowestTemperature;
    double inverse = 1;
    // Newton's method, by halves where it would leave what is known of the minimum's place.
    for (int step = 0; step < 100; ++step) {
        const auto at = derivativesAt(table, inverse);
        (at.slope > 0 ? high : low) = inverse;
        double next = inverse - at.slope / at.curvature;
        if (!(next > low && next < high))
            next = (low + high) / 2;
        if (std::abs(next - inverse) <= 1e-12 * inverse)
            break;
        inverse = next;
    }
    return 1 / inverse;
}

PredictionTable calibrated(PredictionTable table, double temperature)
{
    for (auto& row : table.rows)
        for (float& logit : row.logits)
            logit = static_cast<float>(logit / temperature);
    return table;
}

} // namespace nakama
