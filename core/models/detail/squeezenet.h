#pragma once

#include "core/models/detail/backbone.h"

namespace nakama
{

/**
 * SqueezeNet 1.1: Iandola et al. 2016, "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters", in the
 * authors' lighter version 1.1, as torchvision builds it. Its head convolves before it pools, so the vector
 * before the head is the whole last map, D = 512·h·w (86,528 at 224 px); pictures are square, from 32 px.
 */
std::shared_ptr<Backbone> makeSqueezeNet11(int classes, std::uint64_t seed);

} // namespace nakama
