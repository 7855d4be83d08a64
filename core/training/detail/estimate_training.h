#pragma once

#include "core/base/job.h"
#include "core/training/training.h"
#include "core/training/training_estimate.h"

namespace nakama
{

/** See Engine::estimateTraining(). Throws c10::Error for what is not foreseen. */
Result<TrainingEstimate> estimateTraining(TrainingConfig config, JobContext& context);

} // namespace nakama
