#pragma once

#include <torch/torch.h>

namespace nakama
{

/**
 * A linear layer over tokens, (N,T,I) → (N,T,O). On the processor it is computed as a 1 × 1 convolution: the
 * same product and gradients, but by oneDNN instead of the BLAS library, which is several times slower where
 * it is older than the processor.
 */
class TokenLinear
{
public:
    TokenLinear() = default;
    explicit TokenLinear(torch::nn::Linear linear) : m_linear(std::move(linear)) {}

    torch::Tensor operator()(const torch::Tensor& x) const;

    /**
     * Until unfold() the output is multiplied by a number or (O) values (not defined: 1), at no cost, and the
     * weights do not change: where products are computed in a shorter type, they are converted once.
     */
    void fold(const torch::Tensor& outputScale = {});
    void unfold();

private:
    const torch::Tensor& weight() const;

    torch::nn::Linear m_linear{nullptr};
    torch::Tensor m_weight; ///< scaled, while folded
    torch::Tensor m_bias;
    mutable torch::Tensor m_converted; ///< m_weight in the type of the last product
};

} // namespace nakama
