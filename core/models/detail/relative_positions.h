#pragma once

#include <torch/torch.h>

namespace nakama
{

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
