#pragma once

#include <torch/torch.h>

namespace nakama
{

/**
 * norm(conv(x)), where conv has no bias of its own. Once foldConvolutions has taken the norm into the
 * convolution, which shows by its bias, the convolution alone.
 */
inline torch::Tensor convNorm(torch::nn::Conv2d& conv, torch::nn::BatchNorm2d& norm, const torch::Tensor& x)
{
    return conv->bias.defined() ? conv(x) : norm(conv(x));
}

} // namespace nakama
