#pragma once

#include "core/evaluation/predictions.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** Precision, recall and F1 of one class; a denominator of 0 gives 0, as scikit-learn's zero_division=0. */
struct ClassMetrics
{
    std::string name;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    std::int64_t support = 0;
    double averagePrecision = 0; ///< area under precision and recall; 0 for a class without pictures
};

/** F1 over the classes, each averaging by its scikit-learn name; micro equals accuracy here. */
struct F1Scores
{
    double micro = 0;
    double macro = 0;
    double weighted = 0;
};

/** A two-sided interval of a metric. */
struct Interval
{
    double low = 0;
    double high = 0;
};

/** Counts: confusion[true][predicted]. */
using ConfusionMatrix = std::vector<std::vector<std::int64_t>>;

/** How probabilities were corrected: logits are divided by a temperature that was fitted on validation. */
struct Calibration
{
    double temperature = 1; ///< 1: not corrected
    double eceBefore = 0;   ///< expected calibration error on this set with temperature 1; see reliability()
    double eceAfter = 0;
};

/** Everything that is said about a model on a labelled set. */
struct Metrics
{
    std::int64_t n = 0;
    double loss = 0; ///< mean cross-entropy, unweighted, in nats; of the model's own logits
    F1Scores f1;
    double top3 = 0; ///< share whose true class is among the three largest logits
    std::vector<ClassMetrics> perClass;
    ConfusionMatrix confusion;
    double averagePrecision = 0;               ///< mean over the classes that have pictures
    std::map<std::string, Interval> intervals; ///< 95 %, keys "micro", "macro", "weighted"; may be empty
    std::int64_t groups = 0; ///< of copies, each counted once by the intervals; 0: not known
    /** Groups of this set with a copy among the pictures that the model learned from; nothing: not checked.
     */
    std::optional<std::int64_t> leakedGroups;
    std::optional<Calibration> calibration;

    /** "leak-free", "3 groups cross" or "not checked". */
    std::string leakState() const;
};

/**
 * Metrics of the rows that have a label, over all classes of the table (macro-F1 counts a class with neither
 * support nor prediction as 0), exactly as scikit-learn's f1_score(labels=all, zero_division=0).
 * Error: InvalidArgument when no row has a label, or a row's logits do not fit the classes.
 */
Result<Metrics> computeMetrics(const PredictionTable& table);

/** F1 from counts alone: what the training loop asks for each epoch. */
F1Scores f1FromConfusion(const ConfusionMatrix& confusion);

/**
 * 95 % intervals of micro-, macro- and weighted-F1 by a studentised bootstrap ("bootstrap-t", Efron and
 * Tibshirani 1993, chapter 12) over groups of pictures (groups[i] is the group of labelled row i; an empty
 * list makes each picture its own group). Seeded. A class without pictures counts as 0 at the lower end of
 * macro, as macro does, and as the mean of the others at the upper: it was not measured. docs/evaluation.md
 * says how often the truth is inside. Empty where no row has a label. The table must be one that
 * computeMetrics accepts; throws std::invalid_argument on too few groups.
 */
std::map<std::string, Interval> bootstrapIntervals(const PredictionTable& table,
                                                   const std::vector<int>& groups, int replicates = 1000,
                                                   std::uint64_t seed = 1);

/** JSON with the field names of the command line: n, loss, micro, macro, weighted, intervals, per_class,
 * confusion. */
void to_json(nlohmann::json& json, const Metrics& metrics);
void from_json(const nlohmann::json& json, Metrics& metrics);

} // namespace nakama
