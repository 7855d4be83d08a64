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

/** Patches along the sides of a picture, rows and columns. */
struct BeitGrid
{
    std::int64_t rows = 0;
    std::int64_t columns = 0;

    bool operator==(const BeitGrid&) const = default;
};

/**
 * A relative position table ((2r−1)(2c−1)+3, heads) for another grid: bilinear between the offsets, as
 * Hugging Face does it; the three rows of the class token stay as they are.
 */
torch::Tensor interpolateRelativePositions(const torch::Tensor& table, BeitGrid from, BeitGrid to);

/** Which row of the table each pair of tokens uses: (1+r·c, 1+r·c), the class token first. */
torch::Tensor relativePositionIndex(BeitGrid grid);

} // namespace nakama
