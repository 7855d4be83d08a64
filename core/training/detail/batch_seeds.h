#pragma once

#include "core/training/detail/batch_place.h"

#include <cstdint>

namespace nakama
{

// What LibTorch's generators are seeded with for a batch of a run with this seed: keyed by batch, so that a
// resumed run draws the same.

std::uint64_t dropoutSeed(std::uint64_t seed, const BatchPlace& place);
/** Of the noise that a device erases with. */
std::uint64_t noiseSeed(std::uint64_t seed, const BatchPlace& place);

} // namespace nakama
