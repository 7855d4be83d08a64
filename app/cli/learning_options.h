#pragma once

#include "core/training/compute.h"
#include "core/training/learning.h"

namespace CLI
{
class App;
}

namespace nakama
{

/** The options of a command that say how the weights are moved. */
void declareLearning(CLI::App& command, LearningParams& params);

/** Those that say in which numbers and layout a device computes. */
void declareCompute(CLI::App& command, ComputeParams& params);

} // namespace nakama
