#pragma once

#include "core/models/files/weight_file.h"

#include <torch/torch.h>

namespace nakama
{

/**
 * A tensor of a parsed file, in the file's own dtype. Its elements stay where they are mapped unless they are
 * not aligned; their memory is given back with the last copy of the tensor. name: the file, for the message.
 * Errors: Unsupported (a dtype that LibTorch lacks), Io (the file is shorter than when it was opened).
 */
Result<torch::Tensor> toTensor(const WeightFile& file, const TensorEntry& entry, const std::string& name);

} // namespace nakama
