#pragma once

#include "core/evaluation/metrics.h"

namespace nakama
{

/**
 * 95 % interval of a − b of two figures that were measured on different pictures, from the interval of each:
 * the "square-and-add" method (Zou and Donner, "Construction of confidence limits about effect measures",
 * Statistics in Medicine 2008). Wider than it need be where the two sets share pictures.
 */
Interval intervalOfDifference(double a, const Interval& ofA, double b, const Interval& ofB);

} // namespace nakama
