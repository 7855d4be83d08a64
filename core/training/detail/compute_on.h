#pragma once

#include "core/inference/detail/device.h"
#include "core/models/model_spec.h"
#include "core/training/training.h"

namespace nakama
{

/**
 * How a run computes on a device, without Auto: that is BF16 on a GPU which has it, and on a processor which
 * multiplies faster in it where the body is a frozen transformer; else Fp32. Error: InvalidArgument (FP16 on
 * the processor, BF16 on a GPU without it).
 */
Result<ComputeParams> computeOn(const TrainingConfig& config, const ModelSpec& spec,
                                const ChosenDevice& device);

torch::ScalarType scalarTypeOf(Precision precision);

} // namespace nakama
