#pragma once

#include "core/models/detail/backbone.h"

#include <vector>

namespace nakama
{

enum class EfficientNetBlock { FusedMBConv, MBConv };

/** One row of the paper's Table 4. */
struct EfficientNetStage
{
    EfficientNetBlock block;
    int expand;
    int kernel;
    int stride; ///< of the first layer
    int in;
    int out;
    int layers;
};

/** EfficientNetV2: Tan and Le 2021, "EfficientNetV2: smaller models and faster training", as in torchvision.
 */
struct EfficientNetV2Params
{
    std::vector<EfficientNetStage> stages;
    double dropout = 0.2; ///< before the classifier

    static EfficientNetV2Params small();
    static EfficientNetV2Params medium();
};

/** Pictures of any size from 32 px; D = 1280; last map at 1/32. */
std::shared_ptr<Backbone> makeEfficientNetV2(const EfficientNetV2Params& params, int classes,
                                             std::uint64_t seed);

} // namespace nakama
