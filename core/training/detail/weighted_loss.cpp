#include "core/training/detail/weighted_loss.h"

namespace nakama
{

torch::Tensor weightedCrossEntropy(const torch::Tensor& logits, const torch::Tensor& labels,
                                   const torch::Tensor& weights, double smoothing)
{
    namespace F = torch::nn::functional;
    return F::cross_entropy(logits, labels,
                            F::CrossEntropyFuncOptions().weight(weights).label_smoothing(smoothing));
}

void EpochLoss::add(double batchLoss, std::span<const std::int64_t> labels)
{
    double weight = 0;
    for (const auto label : labels)
        weight += m_classWeights[static_cast<std::size_t>(label)];
    m_sum.weighted += batchLoss * weight;
    m_sum.weights += weight;
}

} // namespace nakama
