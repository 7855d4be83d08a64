#pragma once

#include "core/evaluation/share.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <span>
#include <vector>

namespace nakama
{

/** What speaks for a picture showing two characters. */
struct SeveralScores
{
    double halves = 0;  ///< log of the probability that two halves of it are of classes below, each by itself
    double logOdds = 0; ///< of the whole picture's answer
    std::array<int, 2> classes{-1, -1}; ///< of the left and the right half, or the upper and the lower one
};

/**
 * whole: calibrated probabilities of a picture; halves: those of its left, right, upper and lower half, each
 * asked as a picture of its own. The two classes are always different ones.
 */
SeveralScores severalScores(std::span<const double> whole, const std::array<std::vector<double>, 4>& halves);

/**
 * Tells pictures of two characters, side by side or one above the other, from those of one: their halves are
 * surely of two classes, and the whole is surely of neither. The whole alone tells little: a model of whole
 * pictures is about as unsure of two characters as of one that is drawn oddly (docs/predicting.md).
 */
struct SeveralRule
{
    static constexpr double singleShare = 0.05; ///< of validation pictures that are called several

    double weight = 0; ///< of the log odds of the whole
    double threshold = 0;
    Share singles; ///< of the test part that are called several; n is 0 where there is none
    Share pairs;   ///< pairs of test pictures that were put together, likewise
    Share named;   ///< of the pairs that are called several, those with both classes right
    Share marked;  ///< pictures that a person has marked so and that the rule was not fitted with

    /** The weight that tells both apart best, and the threshold; each of at least one picture. */
    void fit(std::span<const SeveralScores> single, std::span<const SeveralScores> several);
    bool calls(const SeveralScores& scores) const;
    /** False where no halves could make it call a picture several, so that they need not be asked. */
    bool mayCall(double logOdds) const;
};

/** Of a probability that rounding may have made 0 or 1. */
double logOddsOf(double probability);

void to_json(nlohmann::json& json, const SeveralRule& rule);
void from_json(const nlohmann::json& json, SeveralRule& rule);

} // namespace nakama
