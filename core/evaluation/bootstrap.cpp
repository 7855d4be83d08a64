#include "core/base/random.h"
#include "core/evaluation/class_tally.h"
#include "core/evaluation/metrics.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <unordered_map>

namespace nakama
{

namespace
{

/** True and predicted class of a picture: all that F1 needs of it. */
struct Answer
{
    std::size_t truth;
    std::size_t answer;
};

std::vector<std::vector<Answer>> answersByGroup(const PredictionTable& table, const std::vector<int>& groups)
{
    std::vector<std::vector<Answer>> result;
    std::unordered_map<int, std::size_t> places;
    std::size_t labelled = 0;
    for (const auto& row : table.rows) {
        if (row.label < 0)
            continue;
        if (!groups.empty() && labelled >= groups.size())
            throw std::invalid_argument("bootstrapIntervals: fewer groups than labelled rows");
        const auto place = groups.empty() ? result.size()
                                          : places.try_emplace(groups[labelled], result.size()).first->second;
        if (place == result.size())
            result.emplace_back();
        result[place].push_back(
            {static_cast<std::size_t>(row.label), static_cast<std::size_t>(row.predicted())});
        ++labelled;
    }
    return result;
}

/**
 * F1 of one replicate. A class of the set that this replicate happens not to draw was not measured in it, so
 * it is left out of the macro mean; counting it as 0 would pull the interval below what the model does.
 */
F1Scores scoresOf(const std::vector<ClassTally>& tallies, const std::vector<bool>& hasSupport)
{
    F1Scores scores;
    std::int64_t n = 0;
    std::int64_t hits = 0;
    int measured = 0;
    for (std::size_t k = 0; k < tallies.size(); ++k) {
        const auto& tally = tallies[k];
        n += tally.support;
        hits += tally.hits;
        scores.weighted += tally.f1() * static_cast<double>(tally.support);
        if (hasSupport[k] && tally.support == 0)
            continue;
        scores.macro += tally.f1();
        ++measured;
    }
    scores.micro = static_cast<double>(hits) / static_cast<double>(n);
    scores.macro /= measured;
    scores.weighted /= static_cast<double>(n);
    return scores;
}

/** Quantile with linear interpolation between order statistics; values are sorted. */
double quantile(const std::vector<double>& values, double share)
{
    const double position = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const auto above = std::min(below + 1, values.size() - 1);
    return std::lerp(values[below], values[above], position - static_cast<double>(below));
}

Interval interval95(std::vector<double>& values)
{
    std::sort(values.begin(), values.end());
    return {quantile(values, 0.025), quantile(values, 0.975)};
}

} // namespace

std::map<std::string, Interval> bootstrapIntervals(const PredictionTable& table,
                                                   const std::vector<int>& groups, int replicates,
                                                   std::uint64_t seed)
{
    const auto answers = answersByGroup(table, groups);
    if (answers.empty() || replicates < 1)
        return {};
    std::vector<bool> hasSupport(table.classes.size());
    for (const auto& group : answers)
        for (const auto& answer : group)
            hasSupport[answer.truth] = true;

    std::vector<double> micro;
    std::vector<double> macro;
    std::vector<double> weighted;
    for (int replicate = 0; replicate < replicates; ++replicate) {
        RandomStream random(seed, RandomPurpose::Bootstrap, 0, static_cast<std::uint64_t>(replicate));
        std::vector<ClassTally> tallies(table.classes.size());
        for (std::size_t draw = 0; draw < answers.size(); ++draw) {
            for (const auto& answer : answers[random.below(static_cast<std::uint32_t>(answers.size()))]) {
                ++tallies[answer.truth].support;
                ++tallies[answer.answer].predicted;
                tallies[answer.truth].hits += answer.truth == answer.answer;
            }
        }
        const auto scores = scoresOf(tallies, hasSupport);
        micro.push_back(scores.micro);
        macro.push_back(scores.macro);
        weighted.push_back(scores.weighted);
    }
    return {{"micro", interval95(micro)}, {"macro", interval95(macro)}, {"weighted", interval95(weighted)}};
}

} // namespace nakama
