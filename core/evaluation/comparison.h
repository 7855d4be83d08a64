#pragma once

#include "core/evaluation/metrics.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace nakama
{

/** What one run said, under the name by which it is compared. */
struct ComparedRun
{
    std::string id;
    PredictionTable table;
};

enum class Verdict { ABetter, BBetter, NoClearWinner };

/** Two runs on the same pictures. */
struct PairComparison
{
    std::string a;
    std::string b;
    double deltaMacro = 0;  ///< macro-F1 of a minus that of b
    Interval interval;      ///< of deltaMacro, 95 %: paired bootstrap over groups
    std::int64_t onlyA = 0; ///< pictures that only a names rightly
    std::int64_t onlyB = 0;
    double mcnemarP = 1;  ///< that the two are right equally often: two-sided, exact; see mcnemarP()
    double p = 1;         ///< that the macro-F1 are equal, by randomisation over groups
    double adjustedP = 1; ///< p, by Holm's correction for the number of pairs
    Verdict verdict = Verdict::NoClearWinner;

    /** "a is better", "no clear winner". */
    std::string verdictWords() const;
    /** The verdict and how sure it is, in a sentence. */
    std::string words() const;
};

struct Comparison
{
    std::int64_t n = 0;                ///< labelled pictures that all runs answered
    std::int64_t groups = 0;           ///< of copies, that are counted as one
    std::vector<PairComparison> pairs; ///< each two runs, in the order given
};

/**
 * Compares each two runs on the labelled pictures that all of them answered; the first run's labels count.
 * group gives the copies' group of a picture's id; pictures without one are groups of their own. A verdict
 * names a winner where adjustedP is below 0.05 and 0 is outside the interval, so that equal runs are called
 * different at most once in
 * twenty comparisons, however many runs there are. Errors: InvalidArgument (fewer than two runs, other
 * classes, no picture in common).
 */
Result<Comparison> compareRuns(const std::vector<ComparedRun>& runs,
                               const std::map<std::string, std::int64_t>& groupOfId = {},
                               int replicates = 1000, std::uint64_t seed = 1);

/** McNemar's test of the discordant pairs, two-sided, by the exact binomial distribution. 1 without any. */
double mcnemarP(std::int64_t onlyA, std::int64_t onlyB);

/** Holm's step-down correction: what to compare with 0.05 for several tests at once. Same order. */
std::vector<double> holmAdjusted(const std::vector<double>& p);

} // namespace nakama
