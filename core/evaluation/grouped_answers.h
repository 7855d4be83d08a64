#pragma once

#include "core/evaluation/class_tally.h"
#include "core/evaluation/metrics.h"

#include <cstddef>
#include <vector>

namespace nakama
{

/**
 * The answers on the labelled pictures of a set, by groups of pictures that are no independent evidence: what
 * F1 is when each group is counted a number of times, as a bootstrap does.
 */
class GroupedAnswers
{
public:
    /** groups[i] is the group of labelled row i; empty: each picture is its own. Groups keep the order in
     * which they first appear. Throws std::invalid_argument on fewer groups than labelled rows. */
    GroupedAnswers(const PredictionTable& table, const std::vector<int>& groups);

    std::size_t groups() const { return m_answers.size(); }

    struct Sample
    {
        F1Scores scores;
        /** By how much a group moves each score, to first order (the influence function): the sum of the
         * squares, each as often as the group is counted, is the variance of the score. */
        std::vector<F1Scores> influence;
    };
    /** counts has an entry a group. A class with neither pictures nor answers has F1 0. */
    Sample sample(const std::vector<int>& counts) const;
    /** Every group once. */
    Sample sample() const { return sample(std::vector<int>(groups(), 1)); }

    /** Swaps the answers on a group with those of another model on the same pictures. */
    void exchange(GroupedAnswers& other, std::size_t group);

    double macro() const;
    /** Macro-F1 over the classes that have pictures. */
    double macroOfMeasured() const;

private:
    /** True and predicted class of a picture: all that F1 needs of it. */
    struct Answer
    {
        std::size_t truth;
        std::size_t answer;
    };
    std::vector<ClassTally> tallies(const std::vector<int>& counts) const;

    std::size_t m_classes;
    std::vector<std::vector<Answer>> m_answers;
};

/** Square root of Σ counts · influence². */
F1Scores standardErrors(const std::vector<F1Scores>& influence, const std::vector<int>& counts);

/** How often each of the groups is drawn when as many are drawn with replacement; by seed and replicate. */
std::vector<int> drawGroups(std::size_t groups, std::uint64_t seed, int replicate);

/** Quantile with linear interpolation between order statistics; values ascending. */
double quantile(const std::vector<double>& values, double share);

} // namespace nakama
