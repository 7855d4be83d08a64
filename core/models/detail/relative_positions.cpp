#include "core/models/detail/relative_positions.h"

namespace nakama
{

using torch::indexing::None;
using torch::indexing::Slice;

torch::Tensor interpolateRelativePositions(const torch::Tensor& table, BeitGrid from, BeitGrid to)
{
    namespace F = torch::nn::functional;
    const auto heads = table.size(1);
    const auto offsets = table.size(0) - 3;
    const auto image = table.slice(0, 0, offsets)
                           .view({1, 2 * from.rows - 1, 2 * from.columns - 1, heads})
                           .permute({0, 3, 1, 2});
    const auto resized = F::interpolate(image, F::InterpolateFuncOptions()
                                                   .size(std::vector{2 * to.rows - 1, 2 * to.columns - 1})
                                                   .mode(torch::kBilinear)
                                                   .align_corners(false));
    return torch::cat({resized.permute({0, 2, 3, 1}).reshape({-1, heads}), table.slice(0, offsets)});
}

torch::Tensor relativePositionIndex(BeitGrid grid)
{
    const auto row = torch::arange(grid.rows).repeat_interleave(grid.columns);
    const auto column = torch::arange(grid.columns).repeat({grid.rows});
    const auto rows = row.unsqueeze(1) - row.unsqueeze(0) + (grid.rows - 1);
    const auto columns = column.unsqueeze(1) - column.unsqueeze(0) + (grid.columns - 1);

    const auto tokens = grid.rows * grid.columns + 1;
    const auto offsets = (2 * grid.rows - 1) * (2 * grid.columns - 1);
    auto index = torch::empty({tokens, tokens}, torch::kLong);
    index.index_put_({Slice(1, None), Slice(1, None)}, rows * (2 * grid.columns - 1) + columns);
    index.index_put_({0}, offsets);
    index.index_put_({Slice(), 0}, offsets + 1);
    index.index_put_({0, 0}, offsets + 2);
    return index;
}

} // namespace nakama
