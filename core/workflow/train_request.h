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
    std::optional<FreezeMode> freeze; ///< not set: as the recipe does with the model, see trainsHeadOnly
    int views = TrainingConfig{}.views;
    int epochs = 30;
    int batchSize = 32; ///< 0: the largest that fits, see Engine::estimateTraining()
    LearningParams learning;
    ComputeParams compute;
    bool augment = true; ///< as set for the workspace, see loadAugmentSettings()
    std::string
        device; ///< auto, cpu, cuda:N; empty: that of the run or file to go on with or repeat, else auto
    int loaderThreads = 0;
    bool picturesInMemory = false; ///< keep all of them, however many; NotReady where they do not fit
    double checkpointMinutes = TrainingConfig{}.checkpointMinutes;
    std::uint64_t seed = 1;
    /** The config.json of a run to repeat; the other fields but device are then its own. */
    std::filesystem::path config;
    /** Id of a run to go on with; the other fields but device and epochs are then its own. */
    std::string resumeRun;

    bool operator==(const TrainRequest&) const = default;
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
 * Makes an open batch size (0) the largest that fits, and no larger than the training part. Errors: as
 * Engine::estimateTraining().
 */
Result<void> settleBatch(TrainingConfig& config, const TrainingData& data, Engine& engine,
                         JobContext& context);

} // namespace nakama
