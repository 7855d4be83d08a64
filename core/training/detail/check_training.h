#pragma once

#include "core/models/model_spec.h"
#include "core/training/training.h"

namespace nakama
{

/** Error: InvalidArgument for settings or pictures that cannot be trained, naming the setting and the way
 * out. */
Result<void> checkTraining(const TrainingConfig& config, const TrainingData& data, const ModelSpec& spec);

} // namespace nakama
