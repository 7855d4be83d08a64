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

bool TrainingFeatures::add(std::span<const float> features)
{
    const double length = lengthOf(features);
    if (length == 0)
        return false;
    m_dimensions = features.size();
    for (const float value : features)
        m_rows.push_back(static_cast<float>(value / length));
    return true;
}

std::vector<Likeness> TrainingFeatures::nearest(std::span<const float> features, std::size_t count) const
{
    const double length = lengthOf(features);
    if (length == 0 || features.size() != m_dimensions)
        return {};
    std::vector<Likeness> all(m_rows.size() / m_dimensions);
    for (std::size_t row = 0; row < all.size(); ++row) {
        const auto first = m_rows.begin() + static_cast<std::ptrdiff_t>(row * m_dimensions);
        const auto product = std::inner_product(features.begin(), features.end(), first, 0.0f);
        all[row] = {row, static_cast<double>(product) / length};
    }
    const auto wanted = static_cast<std::ptrdiff_t>(std::min(count, all.size()));
    const auto nearer = [](const Likeness& a, const Likeness& b) {
        return a.cosine != b.cosine ? a.cosine > b.cosine : a.row < b.row;
    };
    std::partial_sort(all.begin(), all.begin() + wanted, all.end(), nearer);
    all.resize(static_cast<std::size_t>(wanted));
    return all;
}

double TrainingFeatures::likenessOf(std::span<const float> features) const
{
    const auto near = nearest(features, 1);
    return near.empty() ? -1 : near.front().cosine;
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
    json = {{"version", openSet.version},         {"epoch", openSet.epoch},
            {"classes", openSet.classes},         {"temperature", openSet.temperature},
            {"log_odds", scale(openSet.logOdds)}, {"likeness", scale(openSet.likeness)},
            {"threshold", openSet.threshold},     {"known_refused", openSet.knownRefused}};
    if (openSet.several)
        json["several"] = *openSet.several;
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
    json.at("known_refused").get_to(openSet.knownRefused);
    openSet.version = json.value("version", 1);
    if (json.contains("several"))
        openSet.several = json.at("several").get<SeveralRule>();
}

} // namespace nakama
