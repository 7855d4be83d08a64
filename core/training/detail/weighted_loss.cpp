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
    m_weightedSum += batchLoss * weight;
    m_weights += weight;
}

double EpochLoss::mean() const
{
    return m_weights > 0 ? m_weightedSum / m_weights : 0;
}

} // namespace nakama
