#pragma once

#include "core/models/detail/backbone.h"

#include <array>

namespace nakama
{

enum class ResNetBlock { Basic, Bottleneck };

/**
 * ResNet: He et al. 2015, "Deep residual learning for image recognition", Table 1, in torchvision's v1.5 form
 * (bottlenecks stride in their 3×3 convolution).
 */
struct ResNetParams
{
    ResNetBlock block = ResNetBlock::Basic;
    std::array<int, 4> blocks{2, 2, 2, 2}; ///< residual blocks in layer1 to layer4
};

/** Pictures of any size from 32 px; D = 512 (basic) or 2048 (bottleneck); last map at 1/32. */
std::shared_ptr<Backbone> makeResNet(const ResNetParams& params, int classes, std::uint64_t seed);

} // namespace nakama
