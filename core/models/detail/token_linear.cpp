#include "core/models/detail/token_linear.h"

namespace nakama
{

torch::Tensor TokenLinear::operator()(const torch::Tensor& x) const
{
    const auto& weight = m_weight.defined() ? m_weight : m_linear->weight;
    const auto& bias = m_weight.defined() ? m_bias : m_linear->bias;
    if (!x.is_cpu())
        return torch::linear(x, weight, bias);
    // Tokens are a map of one row, channels-last as they lie; so is the result, and nothing is copied.
    const auto map = x.unsqueeze(1).permute({0, 3, 1, 2});
    return torch::conv2d(map, weight.unsqueeze(2).unsqueeze(3), bias).permute({0, 2, 3, 1}).squeeze(1);
}

void TokenLinear::fold(const torch::Tensor& outputScale)
{
    const torch::NoGradGuard noGrad;
    m_weight = m_linear->weight * outputScale.view({-1, 1});
    m_bias = m_linear->bias.defined() ? m_linear->bias * outputScale : torch::Tensor();
}

void TokenLinear::unfold()
{
    m_weight.reset();
    m_bias.reset();
}

} // namespace nakama
