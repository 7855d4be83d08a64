#pragma once

#include "core/inference/detail/device.h"
#include "core/training/compute.h"

namespace nakama
{

/** The settings on a device, without Auto. Error: InvalidArgument (FP16 on the processor, BF16 on a GPU
 * without it). */
Result<ComputeParams> computeOn(const ComputeParams& params, const ChosenDevice& device);

torch::ScalarType scalarTypeOf(Precision precision);

} // namespace nakama
