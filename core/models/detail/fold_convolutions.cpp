#include "core/models/detail/fold_convolutions.h"

namespace nakama
{

namespace
{

using torch::nn::BatchNorm2dImpl;
using torch::nn::Conv2dImpl;

/** y = (conv(x) − mean) / √(variance + ε) · weight + bias, as one convolution. */
void foldNorm(Conv2dImpl& conv, const BatchNorm2dImpl& norm)
{
    const auto scale = norm.weight / torch::sqrt(norm.running_var + norm.options.eps());
    conv.weight = conv.weight * scale.view({-1, 1, 1, 1});
    conv.bias = norm.bias - norm.running_mean * scale;
}

} // namespace

void foldConvolutions(torch::nn::Module& module)
{
    const torch::NoGradGuard noGrad;
    for (const auto& parent : module.modules()) {
        Conv2dImpl* conv = nullptr;
        for (const auto& child : parent->children()) {
            if (const auto* norm = child->as<BatchNorm2dImpl>(); norm && conv)
                foldNorm(*conv, *norm);
            conv = child->as<Conv2dImpl>();
        }
        for (const auto& child : parent->children())
            if (conv = child->as<Conv2dImpl>(); conv && conv->weight.is_cpu())
                conv->weight = conv->weight.contiguous(torch::MemoryFormat::ChannelsLast);
    }
}

void unfoldConvolutions(torch::nn::Module& module)
{
    for (const auto& child : module.modules())
        if (auto* conv = child->as<Conv2dImpl>()) {
            const auto registered = conv->named_parameters(/*recurse=*/false);
            conv->weight = registered["weight"];
            conv->bias = conv->options.bias() ? registered["bias"] : torch::Tensor();
        }
}

} // namespace nakama
