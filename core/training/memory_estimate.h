#pragma once

#include <algorithm>
#include <cstdint>

namespace nakama
{

/** What a training takes of its device's memory, told before it starts. */
struct MemoryEstimate
{
    int batchSize = 0;               ///< that it is for
    std::uint64_t trainingBytes = 0; ///< weights, gradients, the optimiser, and what a step holds of a batch
    std::uint64_t evaluationBytes = 0; ///< the same while an epoch is validated
    std::uint64_t availableBytes = 0;  ///< on the device now; 0: not known
    int largestBatch = 0;              ///< that fits in nine tenths of them; 0: not known, or none

    std::uint64_t bytes() const { return std::max(trainingBytes, evaluationBytes); }
    bool fits() const { return availableBytes == 0 || batchSize <= largestBatch; }
};

} // namespace nakama
