#pragma once

#include "core/training/learning.h"

namespace CLI
{
class App;
}

namespace nakama
{

/** The options of a command that say how the weights are moved. */
void declareLearning(CLI::App& command, LearningParams& params);

} // namespace nakama
