#include "core/evaluation/suspects.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace nakama
{

namespace
{

Suspect suspectOf(std::size_t place, const Prediction& row, const std::vector<double>& probabilities,
                  int answer)
{
    Suspect suspect;
    suspect.row = place;
    suspect.label = row.label;
    suspect.answer = answer;
    suspect.answerProbability = probabilities[static_cast<std::size_t>(answer)];
    if (row.label >= 0)
        suspect.labelProbability = probabilities[static_cast<std::size_t>(row.label)];
    return suspect;
}

/** The first count of them by score, equal ones in the order of the table. */
std::vector<Suspect> highest(std::vector<Suspect> suspects, std::size_t count)
{
    std::stable_sort(suspects.begin(), suspects.end(),
                     [](const Suspect& a, const Suspect& b) { return a.score > b.score; });
    suspects.resize(std::min(count, suspects.size()));
    return suspects;
}

/** The mean probability that the pictures labelled as a class have for it; above 1 where there are none. */
std::vector<double> selfConfidence(const PredictionTable& table,
                                   const std::vector<std::vector<double>>& probabilities)
{
    std::vector<double> sums(table.classes.size(), 0);
    std::vector<double> counts(table.classes.size(), 0);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (table.rows[i].label < 0)
            continue;
        const auto label = static_cast<std::size_t>(table.rows[i].label);
        sums[label] += probabilities[i][label];
        ++counts[label];
    }
    for (std::size_t k = 0; k < sums.size(); ++k)
        sums[k] = counts[k] > 0 ? sums[k] / counts[k] : 2;
    return sums;
}

/** The most probable of the classes whose threshold is reached; −1 for none. */
int confidentClass(const std::vector<double>& probabilities, const std::vector<double>& thresholds)
{
    int best = -1;
    for (std::size_t k = 0; k < probabilities.size(); ++k)
        if (probabilities[k] >= thresholds[k] &&
            (best < 0 || probabilities[k] > probabilities[static_cast<std::size_t>(best)]))
            best = static_cast<int>(k);
    return best;
}

} // namespace

std::vector<Suspect> suspectedLabels(const PredictionTable& table)
{
    std::vector<std::vector<double>> probabilities;
    for (const auto& row : table.rows)
        probabilities.push_back(row.probabilities());
    const auto thresholds = selfConfidence(table, probabilities);
    std::vector<Suspect> suspects;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        // The label may be the likeliest class and only miss its own threshold: that is no reason to doubt
        // it.
        if (row.label < 0 || row.predicted() == row.label)
            continue;
        const int counted = confidentClass(probabilities[i], thresholds);
        const bool confident = counted >= 0 && counted != row.label;
        suspects.push_back(suspectOf(i, row, probabilities[i], confident ? counted : row.predicted()));
        suspects.back().confident = confident;
        suspects.back().score = suspects.back().answerProbability - suspects.back().labelProbability;
    }
    suspects = highest(std::move(suspects), table.rows.size());
    std::stable_partition(suspects.begin(), suspects.end(), [](const Suspect& one) { return one.confident; });
    return suspects;
}

std::vector<Suspect> topLosses(const PredictionTable& table, std::size_t count)
{
    std::vector<Suspect> suspects;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        if (row.label < 0)
            continue;
        suspects.push_back(suspectOf(i, row, row.probabilities(), row.predicted()));
        suspects.back().score = row.crossEntropy();
    }
    return highest(std::move(suspects), count);
}

std::vector<Suspect> confidentMistakes(const PredictionTable& table, std::size_t count)
{
    std::vector<Suspect> suspects;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        if (row.label < 0 || row.label == row.predicted())
            continue;
        suspects.push_back(suspectOf(i, row, row.probabilities(), row.predicted()));
        suspects.back().score = suspects.back().answerProbability;
    }
    return highest(std::move(suspects), count);
}

std::vector<Suspect> nearTheBorder(const PredictionTable& table, std::size_t count)
{
    std::vector<Suspect> suspects;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        if (row.logits.size() < 2)
            continue;
        auto probabilities = row.probabilities();
        suspects.push_back(suspectOf(i, row, probabilities, row.predicted()));
        std::partial_sort(probabilities.begin(), probabilities.begin() + 2, probabilities.end(),
                          std::greater<>());
        suspects.back().score = 1 - (probabilities[0] - probabilities[1]);
    }
    return highest(std::move(suspects), count);
}

} // namespace nakama
