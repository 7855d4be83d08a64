#pragma once

#include "core/evaluation/metrics.h"

#include <vector>

namespace nakama
{

/**
 * An order of the classes in which those that are taken for each other stand side by side: leaves of the tree
 * of average linkage over the mean of both rates of confusion, each branch turned so that the more alike ends
 * touch. Classes that are never confused come last, in their own order. Takes time with the cube of the
 * classes.
 */
std::vector<int> similarityOrder(const ConfusionMatrix& confusion);

} // namespace nakama
