#pragma once

#include <torch/torch.h>

namespace nakama
{

/**
 * Stochastic depth, Huang et al. 2016: in training, the residual branch of a row of the batch is zeroed with
 * this probability and scaled up otherwise; elsewhere it is left as it is.
 */
inline torch::Tensor dropPath(const torch::Tensor& branch, double probability, bool training)
{
    if (!training || probability == 0)
        return branch;
    std::vector<std::int64_t> rows(static_cast<std::size_t>(branch.dim()), 1);
    rows[0] = branch.size(0);
    return branch * torch::empty(rows, branch.options()).bernoulli_(1 - probability).div_(1 - probability);
}

} // namespace nakama
