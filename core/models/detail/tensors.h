#pragma once

#include "core/models/detail/state_dict.h"
#include "core/models/files/weight_file.h"

namespace nakama
{

/**
 * The tensors of a parsed file. Elements stay where they are mapped, in the file's own dtype, wherever
 * LibTorch can use them there; loadStateDict converts while it copies. Errors: Unsupported (a dtype LibTorch
 * lacks).
 */
Result<StateDict> toStateDict(const WeightFile& file, const std::string& name);

} // namespace nakama
