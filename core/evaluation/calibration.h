#pragma once

#include "core/evaluation/predictions.h"

#include <cstdint>
#include <vector>

namespace nakama
{

/** The answers whose probability is above low and at most high: how sure they were, how often right. */
struct ReliabilityBin
{
    double low = 0;
    double high = 0;
    std::int64_t n = 0;
    double confidence = 0; ///< mean probability of the answers; 0 in an empty bin
    double accuracy = 0;   ///< share of right ones; 0 in an empty bin
};

/** A reliability diagram and its one number. */
struct Reliability
{
    double ece = 0; ///< expected calibration error: Σ n_b / n · |accuracy − confidence|
    std::vector<ReliabilityBin> bins;
};

/**
 * How well the probability of the answer ("top label") matches how often it is right, over the rows that have
 * a label, in bins of equal width; logits are divided by temperature first. Guo et al., "On calibration of
 * modern neural networks", ICML 2017. All zeros where no row has a label.
 */
Reliability reliability(const PredictionTable& table, double temperature = 1, int bins = 15);

/**
 * The temperature by which logits are divided so that the labels become most likely (mean cross-entropy of
 * the rows that have a label; convex in 1 / T, one minimum), within 0.05 to 20. Fit it on validation only. 1
 * where no row has a label, or where every row is answered rightly: then the likelihood has no maximum.
 */
double fitTemperature(const PredictionTable& table);

/** The table with its logits divided by temperature, so that probabilities() are the calibrated ones. */
PredictionTable calibrated(PredictionTable table, double temperature);

} // namespace nakama
