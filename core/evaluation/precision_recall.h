#pragma once

#include "core/evaluation/predictions.h"

#include <cstdint>
#include <vector>

namespace nakama
{

/** Precision and recall where every picture whose probability of the class is at least threshold is taken. */
struct PrecisionRecallPoint
{
    double threshold = 0;
    double precision = 0;
    double recall = 0;
};

/** One class against the rest. */
struct PrecisionRecallCurve
{
    std::vector<PrecisionRecallPoint> points; ///< a point for each distinct threshold, descending
    double averagePrecision = 0;              ///< 0 for a class without pictures, where it is not defined
    std::int64_t positives = 0;
};

/**
 * A curve a class, of the rows that have a label; average precision is Σ (R_i − R_{i−1}) P_i, exactly as
 * scikit-learn's average_precision_score on the probabilities. The table must be one that computeMetrics
 * accepts.
 */
std::vector<PrecisionRecallCurve> precisionRecallCurves(const PredictionTable& table);

} // namespace nakama
