#pragma once

#include "core/training/run_position.h"

#include <torch/torch.h>

#include <cstdint>
#include <span>
#include <vector>

namespace nakama
{

/**
 * Cross-entropy of (N,K) logits and (N) labels, averaged as Σ w·l / Σ w with the weight of each label's
 * class; weights: (K), on the device of the logits. smoothing: the share of each label that is spread over
 * all classes, as torch's label_smoothing.
 */
torch::Tensor weightedCrossEntropy(const torch::Tensor& logits, const torch::Tensor& labels,
                                   const torch::Tensor& weights, double smoothing = 0);

/** The same average over all batches of an epoch. */
class EpochLoss
{
public:
    /** sum: of the batches before. */
    explicit EpochLoss(std::vector<double> classWeights, LossSum sum = {})
        : m_classWeights(std::move(classWeights)), m_sum(sum)
    {
    }

    /** batchLoss: the weighted mean of a batch with these labels. */
    void add(double batchLoss, std::span<const std::int64_t> labels);
    const LossSum& sum() const { return m_sum; }

private:
    std::vector<double> m_classWeights;
    LossSum m_sum;
};

} // namespace nakama
