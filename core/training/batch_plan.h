#pragma once

#include <cstdint>
#include <vector>

namespace nakama
{

/** Which pictures (positions in a list) go into which batch. */
using BatchPlan = std::vector<std::vector<int>>;

/** These positions in their order, cut into batches; the last one may be shorter. */
BatchPlan cut(const std::vector<int>& positions, int batchSize);

/** The same for pictures 0 … count−1. */
BatchPlan inOrder(int count, int batchSize);

/**
 * Pictures 0 … count−1 in the order of an epoch, drawn from (seed, Shuffle, epoch), cut into batches. A last
 * batch of one picture joins the one before, because BatchNorm learns nothing from a single picture.
 */
BatchPlan shuffled(int count, int batchSize, std::uint64_t seed, int epoch);

} // namespace nakama
