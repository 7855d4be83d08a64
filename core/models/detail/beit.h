#pragma once

#include "core/models/detail/backbone.h"

namespace nakama
{

/**
 * BEiT: Bao et al. 2021, "BEiT: BERT pre-training of image transformers", in the form that is fine-tuned for
 * classification: relative position bias in each layer, layer scale, mean pooling. Keys are Hugging Face's.
 */
struct BeitParams
{
    std::int64_t width = 768;
    std::int64_t layers = 12;
    std::int64_t heads = 12;
    std::int64_t grid = 14;  ///< patches of 16 px along a side of the input that the weights are for
    double layerScale = 0.1; ///< where λ1 and λ2 start

    static BeitParams base(int inputSize);
    static BeitParams large(int inputSize);
};

/**
 * D = width; the last map is the patch tokens of the last layer, at 1/16. Pictures whose sides are other
 * multiples of 16 than the grid's are taken too: the relative position tables are interpolated for them.
 */
std::shared_ptr<Backbone> makeBeit(const BeitParams& params, int classes, std::uint64_t seed);

} // namespace nakama
