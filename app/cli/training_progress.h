#pragma once

#include "app/cli/command_context.h"
#include "core/training/training.h"

namespace nakama
{

/** Prints one line an epoch on stderr. The context must outlive the observer. */
TrainingObserver trainingProgress(CommandContext& context);

} // namespace nakama
