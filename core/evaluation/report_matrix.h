#pragma once

#include "core/evaluation/metrics.h"

#include <string>

namespace nakama
{

/**
 * The confusion matrix as an SVG heat map: a row for each true class, a column for each answer; colour is the
 * share of the row, the number is the count.
 */
std::string confusionMatrixSvg(const Metrics& metrics);

} // namespace nakama
