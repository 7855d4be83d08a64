#pragma once

#include "core/evaluation/calibration.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/precision_recall.h"

#include <string>
#include <vector>

namespace nakama
{

/** RFC 4180 with header class,threshold,precision,recall: the curves of the metrics' classes, of each at most
 * so many points, evenly taken, with its first and last. */
std::string csvOf(const Metrics& metrics, const std::vector<PrecisionRecallCurve>& curves,
                  std::size_t mostPoints = 400);

/** RFC 4180 with header low,high,n,confidence,accuracy: a row a bin. */
std::string csvOf(const Reliability& reliability);

} // namespace nakama
