#include "core/models/detail/token_linear.h"

#include "core/models/detail/torch_versions.h"

namespace nakama
{

const torch::Tensor& TokenLinear::weight() const
{
    if (!m_weight.defined())
        return m_linear->weight;
    const auto type = torch_versions::autocastType(m_weight.device());
    if (type == m_weight.scalar_type())
        return m_weight;
    if (!m_converted.defined() || m_converted.scalar_type() != type)
        m_converted = m_weight.to(type);
    return m_converted;
}

torch::Tensor TokenLinear::operator()(const torch::Tensor& x) const
{
    const auto& weight = this->weight();
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
    m_weight = m_linear->weight.detach();
    m_bias = m_linear->bias.defined() ? m_linear->bias.detach() : torch::Tensor();
    if (!outputScale.defined())
        return;
    m_weight = m_weight * outputScale.view({-1, 1});
    if (m_bias.defined())
        m_bias = m_bias * outputScale;
}

void TokenLinear::unfold()
{
    m_weight.reset();
    m_bias.reset();
    m_converted.reset();
}

} // namespace nakama
