#pragma once

#include "app/cli/command_context.h"
#include "core/training/training.h"

namespace nakama
{

/** Prints the report on the weights, then one line an epoch, on stderr. The context must outlive the
 * observer. */
TrainingObserver trainingProgress(CommandContext& context);

} // namespace nakama
