#include "core/training/training_estimate.h"

#include "core/training/training.h"
#include "core/training/view_schedule.h"

#include <algorithm>

namespace nakama
{

double trainingSeconds(const TrainingEstimate& estimate, const TrainingConfig& config, std::size_t train,
                       std::size_t val)
{
    const auto learnt = static_cast<double>(train);
    const auto asked = static_cast<double>(val);
    const bool keeps = config.views > 0 && !config.augment.mixing.enabled();
    int kept = 0; // epochs that learn from kept features
    if (keeps)
        kept = config.freeze == FreezeMode::Body ? config.epochs
                                                 : std::min(config.learning.headEpochs, config.epochs);
    const double features =
        kept > 0 ? estimate.evaluationSeconds * (viewsSeenIn(kept, config.views) * learnt + asked) : 0;
    return features +
           (config.epochs - kept) * (estimate.trainingSeconds * learnt + estimate.evaluationSeconds * asked);
}

} // namespace nakama
