#include "core/evaluation/open_set.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nakama
{

namespace
{

double lengthOf(std::span<const float> vector)
{
    return std::sqrt(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0));
}

/** Of a probability that rounding may have made 0 or 1. */
double logOddsOf(double probability)
{
    constexpr double least = 1e-9;
    const double inside = std::clamp(probability, least, 1 - least);
    return std::log(inside / (1 - inside));
}

template<typename Score>
OpenSet::Scale scaleOf(std::span<const KnownScores> scores, Score scoreOf)
{
    const auto n = static_cast<double>(scores.size());
    double mean = 0, squares = 0;
    for (const auto& one : scores)
        mean += scoreOf(one) / n;
    for (const auto& one : scores)
        squares += (scoreOf(one) - mean) * (scoreOf(one) - mean) / n;
    constexpr double least = 1e-6; // where all are the same
    return {mean, std::max(std::sqrt(squares), least)};
}

} // namespace

Interval Share::interval() const
{
    if (n == 0)
        return {0, 1};
    constexpr double z = 1.959963984540054; // 97.5 % of the normal distribution
    const auto pictures = static_cast<double>(n);
    const double middle = value() + z * z / (2 * pictures);
    const double half = z * std::sqrt(value() * (1 - value()) / pictures + z * z / (4 * pictures * pictures));
    const double whole = 1 + z * z / pictures;
    return {std::max(0.0, (middle - half) / whole), std::min(1.0, (middle + half) / whole)};
}

void TrainingFeatures::add(std::span<const float> features)
{
    const double length = lengthOf(features);
    if (length == 0)
        return;
    m_dimensions = features.size();
    for (const float value : features)
        m_rows.push_back(static_cast<float>(value / length));
}

double TrainingFeatures::likenessOf(std::span<const float> features) const
{
    const double length = lengthOf(features);
    double best = -1;
    if (length == 0 || features.size() != m_dimensions)
        return best;
    for (auto row = m_rows.begin(); row != m_rows.end(); row += static_cast<std::ptrdiff_t>(m_dimensions))
        best = std::max(best,
                        static_cast<double>(std::inner_product(features.begin(), features.end(), row, 0.0f)) /
                            length);
    return best;
}

void OpenSet::fit(std::span<const KnownScores> validation)
{
    logOdds = scaleOf(validation, [](const KnownScores& of) { return logOddsOf(of.probability); });
    likeness = scaleOf(validation, [](const KnownScores& of) { return of.likeness; });
    std::vector<double> scores;
    for (const auto& one : validation)
        scores.push_back(scoreOf(one));
    std::ranges::sort(scores);
    threshold = scores[static_cast<std::size_t>(refusedShare * static_cast<double>(scores.size()))];
}

bool OpenSet::refuses(const KnownScores& scores) const
{
    return scoreOf(scores) < threshold;
}

double OpenSet::scoreOf(const KnownScores& scores) const
{
    return (logOddsOf(scores.probability) - logOdds.mean) / logOdds.deviation +
           (scores.likeness - likeness.mean) / likeness.deviation;
}

void to_json(nlohmann::json& json, const OpenSet& openSet)
{
    const auto scale = [](const OpenSet::Scale& of) {
        return nlohmann::json{{"mean", of.mean}, {"deviation", of.deviation}};
    };
    json = {{"epoch", openSet.epoch},
            {"classes", openSet.classes},
            {"temperature", openSet.temperature},
            {"log_odds", scale(openSet.logOdds)},
            {"likeness", scale(openSet.likeness)},
            {"threshold", openSet.threshold},
            {"known_refused", {{"count", openSet.knownRefused.count}, {"n", openSet.knownRefused.n}}}};
}

void from_json(const nlohmann::json& json, OpenSet& openSet)
{
    const auto scale = [&](const char* key) {
        return OpenSet::Scale{json.at(key).at("mean").get<double>(),
                              json.at(key).at("deviation").get<double>()};
    };
    json.at("epoch").get_to(openSet.epoch);
    json.at("classes").get_to(openSet.classes);
    json.at("temperature").get_to(openSet.temperature);
    openSet.logOdds = scale("log_odds");
    openSet.likeness = scale("likeness");
    json.at("threshold").get_to(openSet.threshold);
    json.at("known_refused").at("count").get_to(openSet.knownRefused.count);
    json.at("known_refused").at("n").get_to(openSet.knownRefused.n);
}

} // namespace nakama
