#pragma once

#include "core/evaluation/predictions.h"

#include <vector>

namespace nakama
{

/**
 * The answers of an ensemble: the mean of the members' probabilities on the pictures that all of them
 * answered, in the order of the first; logits are its logarithm. Error: InvalidArgument (no member, other
 * classes).
 */
Result<PredictionTable> meanOfProbabilities(const std::vector<PredictionTable>& members);

} // namespace nakama
