#pragma once

#include "core/base/random.h"

#include <span>

namespace nakama
{

/**
 * Fills values with standard normal noise, each drawn from 16 bits of the stream: one of 65,536 equally
 * likely values, the middles of as many slices of the distribution; the largest is 4.33. That is fine enough
 * for noise in a picture and twenty times faster than drawing real numbers.
 */
void fillWithNoise(std::span<float> values, RandomStream& random);

} // namespace nakama
