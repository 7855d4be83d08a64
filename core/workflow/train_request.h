#pragma once

#include "core/engine/engine.h"
#include "core/training/training.h"
#include "core/workspace/workspace.h"

#include <filesystem>
#include <optional>
#include <string>

namespace nakama
{

/** What a person chooses for a training; what is not set comes from the model. */
struct TrainRequest
{
    std::string model = "resnet18";
    std::optional<int> inputSize; ///< side of the model's input; the resize keeps its ratio
    std::filesystem::path weights;
    FreezeMode freeze = FreezeMode::None;
    int views = TrainingConfig{}.views;
    int epochs = 30;
    int batchSize = 32; ///< 0: the largest that fits, see Engine::estimateTraining()
    LearningParams learning;
    ComputeParams compute;
    bool augment = true; ///< as set for the workspace, see loadAugmentSettings()
    std::string device = "auto";
    int loaderThreads = 0;
    bool picturesInMemory = false; ///< keep all of them, however many; NotReady where they do not fit
    double checkpointMinutes = TrainingConfig{}.checkpointMinutes;
    std::uint64_t seed = 1;
    /** The config.json of a run to repeat; the other fields but device are then its own. */
    std::filesystem::path config;
    std::string
        resumeRun; ///< id of a run to go on with; the other fields but device and epochs are then its own
};

/** The pictures of a workspace's split and its caches; no run's folder. Error: NotReady. */
Result<TrainingData> trainingData(const Workspace& workspace);

/**
 * The settings of a new training: the model's own where the request leaves them open, and the workspace's
 * augmentation; or those of request.config. Errors: InvalidArgument, NotReady (they do not fit in memory, or
 * the pictures or weights are not those of request.config).
 */
Result<TrainingConfig> newTrainingConfig(const Workspace& workspace, const Engine& engine,
                                         const TrainRequest& request, const TrainingData& data);

/**
 * Settings with what they were used on, as config.json has them: hashes of the pictures with their labels, of
 * train and of val, and of the weights that the training starts from. Error: Io (the weights).
 */
Result<std::string> describeTraining(const TrainingConfig& config, const TrainingData& data);

} // namespace nakama
