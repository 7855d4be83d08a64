#pragma once

#include "core/models/detail/state_dict.h"

#include <functional>

namespace nakama
{

/** Tensors that are read one at a time, so that a file and the model that it fills are never both in memory.
 */
struct TensorSource
{
    struct NamedShape
    {
        std::string name;
        std::vector<std::int64_t> shape;
    };
    std::vector<NamedShape> tensors;
    std::function<Result<torch::Tensor>(std::size_t index)> read; ///< of the shape above
};

/** loadStateDict, from a source. */
Result<LoadReport> loadTensors(torch::nn::Module& module, const TensorSource& source,
                               const std::string& headKey);

} // namespace nakama
