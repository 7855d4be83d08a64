#pragma once

#include "core/training/training.h"

#include <filesystem>
#include <string>

namespace nakama
{

// A run's config.json: its settings and, as "used_on", hashes of the pictures with their labels, of train and
// of val, and of the weights that it starts from. Together they are what a run can be repeated from.

/** Settings, and the config.json that describes them. */
struct DescribedTraining
{
    TrainingConfig config;
    std::string description;
};

/** Error: Io (the weights). */
Result<DescribedTraining> describeTraining(TrainingConfig config, const TrainingData& data);

/**
 * The settings of a file that describes a training. Errors: NotFound, InvalidArgument (it describes none),
 * NotReady (data or the weights are not what they were used on).
 */
Result<TrainingConfig> trainingToRepeat(const std::filesystem::path& file, const TrainingData& data);

/**
 * Those of a run's folder, with at least so many epochs; on another device where one is named. The place
 * within an epoch is one in the order of its pictures, so it is refused where these are others now. Errors:
 * NotFound, CorruptData, NotReady.
 */
Result<DescribedTraining> trainingToResume(const std::filesystem::path& runFolder, int epochs,
                                           const std::string& device, const TrainingData& data);

} // namespace nakama
