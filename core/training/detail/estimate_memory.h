#pragma once

#include "core/base/job.h"
#include "core/training/memory_estimate.h"
#include "core/training/training.h"

namespace nakama
{

/** See Engine::estimateMemory(). Throws c10::Error for what is not foreseen. */
Result<MemoryEstimate> estimateMemory(TrainingConfig config, JobContext& context);

} // namespace nakama
