#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace nakama
{

/** What a training takes of its device's memory and of time, told before it starts. */
struct TrainingEstimate
{
    int batchSize = 0;               ///< that it is for
    std::uint64_t trainingBytes = 0; ///< weights, gradients, the optimiser, and what a step holds of a batch
    std::uint64_t evaluationBytes = 0; ///< the same while an epoch is validated
    std::uint64_t availableBytes = 0;  ///< on the device now; 0: not known
    int largestBatch = 0;              ///< that fits in nine tenths of them; 0: not known, or none
    double trainingSeconds =
        0; ///< of learning from one picture that is ready; 0: not measured, since the batch does not fit
    double evaluationSeconds = 0; ///< of asking the model about one; 0 likewise

    std::uint64_t bytes() const { return std::max(trainingBytes, evaluationBytes); }
    bool fits() const { return availableBytes == 0 || batchSize <= largestBatch; }
};

struct TrainingConfig;

/**
 * Seconds of a whole training without the reading of its pictures, which goes on beside it: every epoch
 * learns from train and asks about val, or, where features of a frozen body are kept, that body looks at each
 * picture once a view. 0 where nothing was measured.
 */
double trainingSeconds(const TrainingEstimate& estimate, const TrainingConfig& config, std::size_t train,
                       std::size_t val);

} // namespace nakama
