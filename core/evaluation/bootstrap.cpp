#include "core/evaluation/grouped_answers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace nakama
{

namespace
{

constexpr double leastSpread = 0.4; ///< of a replicate, in pictures out of all; see docs/evaluation.md

struct Score
{
    const char* name;
    double F1Scores::*value;
};
constexpr std::array<Score, 3> scores{
    {{"micro", &F1Scores::micro}, {"macro", &F1Scores::macro}, {"weighted", &F1Scores::weighted}}};

/** Where the middle 95 % of the studentised replicates lie, turned over around the estimate. */
Interval studentised(double estimate, double error, std::vector<double> deviations)
{
    std::sort(deviations.begin(), deviations.end());
    return {estimate - quantile(deviations, 0.975) * error, estimate - quantile(deviations, 0.025) * error};
}

} // namespace

std::map<std::string, Interval> bootstrapIntervals(const PredictionTable& table,
                                                   const std::vector<int>& groups, int replicates,
                                                   std::uint64_t seed)
{
    const GroupedAnswers answers(table, groups);
    if (answers.groups() == 0 || replicates < 1)
        return {};
    const auto count = static_cast<double>(answers.groups());
    const auto whole = answers.sample();
    const auto error = standardErrors(whole.influence, std::vector<int>(answers.groups(), 1));

    std::array<std::vector<double>, scores.size()> deviations;
    for (int replicate = 0; replicate < replicates; ++replicate) {
        const auto counts = drawGroups(answers.groups(), seed, replicate);
        const auto sample = answers.sample(counts);
        const auto itsError = standardErrors(sample.influence, counts);
        for (std::size_t s = 0; s < scores.size(); ++s) {
            // A replicate without a mistake knows of no spread; a part of one mistake's stands for it.
            const double spread = std::max(itsError.*scores[s].value, leastSpread / count);
            deviations[s].push_back((sample.scores.*scores[s].value - whole.scores.*scores[s].value) /
                                    spread);
        }
    }

    std::map<std::string, Interval> intervals;
    const double surprise =
        1 - std::pow(0.025, 1 / count); // share of mistakes that all groups may have missed
    for (std::size_t s = 0; s < scores.size(); ++s) {
        const double estimate = whole.scores.*scores[s].value;
        auto interval = studentised(estimate, error.*scores[s].value, std::move(deviations[s]));
        if (whole.scores.micro == 1)
            interval.low = std::min(interval.low, estimate * (1 - surprise));
        if (whole.scores.micro == 0)
            interval.high = surprise;
        intervals[scores[s].name] = {std::clamp(interval.low, 0.0, 1.0), std::clamp(interval.high, 0.0, 1.0)};
    }
    // Classes without pictures were not measured: below they count as 0, above as the others do.
    auto& macro = intervals["macro"];
    macro.high = std::min(1.0, macro.high + answers.macroOfMeasured() - whole.scores.macro);
    return intervals;
}

} // namespace nakama
