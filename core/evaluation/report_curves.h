#pragma once

#include "core/evaluation/calibration.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/precision_recall.h"

#include <string>
#include <vector>

namespace nakama
{

/** Precision over recall as SVG: each class thin, their mean thick, the class with the least average
 * precision dashed. Empty where no class has pictures. */
std::string precisionRecallSvg(const Metrics& metrics, const std::vector<PrecisionRecallCurve>& curves);

/** How often answers of a probability are right, as SVG: a bar a bin, as opaque as the bin is full, beside
 * the diagonal of honest probabilities. Empty where there are no bins. */
std::string reliabilitySvg(const Reliability& reliability);

} // namespace nakama
