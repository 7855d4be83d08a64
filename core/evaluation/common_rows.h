#pragma once

#include "core/evaluation/predictions.h"

#include <vector>

namespace nakama
{

/** The tables cut to the pictures that all of them have, in the order and with the labels of the first. */
std::vector<PredictionTable> commonRows(const std::vector<const PredictionTable*>& tables);

} // namespace nakama
