#include "core/evaluation/several_rule.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

constexpr double least = 1e-9; ///< probability that still counts as one

/** The most probable pair of different classes of two halves, each by itself. */
SeveralScores pairOf(const std::vector<double>& first, const std::vector<double>& second)
{
    SeveralScores best;
    double highest = 0;
    for (std::size_t a = 0; a < first.size(); ++a)
        for (std::size_t b = 0; b < second.size(); ++b)
            if (a != b && first[a] * second[b] > highest) {
                highest = first[a] * second[b];
                best.classes = {static_cast<int>(a), static_cast<int>(b)};
            }
    best.halves = std::log(std::max(highest, least));
    return best;
}

double scoreOf(const SeveralScores& scores, double weight)
{
    return scores.halves - weight * scores.logOdds;
}

std::vector<double> scoresOf(std::span<const SeveralScores> of, double weight)
{
    std::vector<double> scores;
    for (const auto& one : of)
        scores.push_back(scoreOf(one, weight));
    return scores;
}

/** How often a picture of several has the higher score of two: the area under the ROC curve. */
double areaBetween(std::vector<double> single, const std::vector<double>& several)
{
    std::ranges::sort(single);
    double area = 0;
    for (const double score : several) {
        const auto [low, high] = std::ranges::equal_range(single, score);
        area += static_cast<double>(low - single.begin()) + 0.5 * static_cast<double>(high - low);
    }
    return area;
}

} // namespace

double logOddsOf(double probability)
{
    const double inside = std::clamp(probability, least, 1 - least);
    return std::log(inside / (1 - inside));
}

SeveralScores severalScores(std::span<const double> whole, const std::array<std::vector<double>, 4>& halves)
{
    const auto beside = pairOf(halves[0], halves[1]);
    const auto above = pairOf(halves[2], halves[3]);
    auto scores = beside.halves >= above.halves ? beside : above;
    scores.logOdds = logOddsOf(std::ranges::max(whole));
    return scores;
}

void SeveralRule::fit(std::span<const SeveralScores> single, std::span<const SeveralScores> several)
{
    constexpr int steps = 40;
    constexpr double step = 0.025;
    double best = -1;
    for (int i = 0; i <= steps; ++i) {
        const double area = areaBetween(scoresOf(single, i * step), scoresOf(several, i * step));
        if (area > best) {
            best = area;
            weight = i * step;
        }
    }
    auto scores = scoresOf(single, weight);
    std::ranges::sort(scores, std::greater{});
    threshold = scores[static_cast<std::size_t>(singleShare * static_cast<double>(scores.size()))];
}

bool SeveralRule::calls(const SeveralScores& scores) const
{
    return scores.classes[0] >= 0 && scoreOf(scores, weight) > threshold;
}

bool SeveralRule::mayCall(double logOdds) const
{
    return scoreOf({0, logOdds, {}}, weight) > threshold; // halves that are sure: log 1
}

void to_json(nlohmann::json& json, const SeveralRule& rule)
{
    json = {{"weight", rule.weight},      {"threshold", rule.threshold}, {"singles_called", rule.singles},
            {"pairs_called", rule.pairs}, {"pairs_named", rule.named},   {"marked_called", rule.marked}};
}

void from_json(const nlohmann::json& json, SeveralRule& rule)
{
    json.at("weight").get_to(rule.weight);
    json.at("threshold").get_to(rule.threshold);
    json.at("singles_called").get_to(rule.singles);
    json.at("pairs_called").get_to(rule.pairs);
    json.at("pairs_named").get_to(rule.named);
    json.at("marked_called").get_to(rule.marked);
}

} // namespace nakama
