#include "core/workflow/train_request.h"

#include "core/models/model_spec.h"
#include "core/models/published_preprocessing.h"
#include "core/workflow/augment_settings.h"
#include "core/workflow/input_cost.h"
#include "core/workflow/runs.h"
#include "core/workflow/training_description.h"
#include "core/workspace/catalogue.h"

#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

namespace
{

Result<ModelInfo> modelOf(const Engine& engine, const std::string& id)
{
    std::string known;
    for (auto& model : engine.models()) {
        if (model.id == id)
            return model;
        known += (known.empty() ? "" : ", ") + model.id;
    }
    return fail(ErrorCode::InvalidArgument,
                fmt::format("there is no model '{}'; choose one of {}", id, known));
}

Result<TrainingConfig> configFor(const TrainRequest& request, const Engine& engine,
                                 const std::vector<ClassInfo>& classes)
{
    NAKAMA_TRY(const auto model, modelOf(engine, request.model));
    TrainingConfig config;
    config.model = model.id;
    for (const auto& info : classes)
        config.classes.push_back(info.name);
    config.preprocessing = model.preprocessing;
    if (!request.weights.empty()) {
        NAKAMA_TRY(const auto spec, findModelSpec(model.id));
        NAKAMA_TRY(config.preprocessing, preprocessingOf(spec, request.weights));
    }
    if (request.inputSize) {
        if (*request.inputSize < model.minimumInput || *request.inputSize > 1024)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("the input size of {} must be between {} and 1024 pixels, not {}",
                                    model.id, model.minimumInput, *request.inputSize));
        config.preprocessing = config.preprocessing.scaledTo(*request.inputSize);
    }
    if (request.epochs < 1 || (request.batchSize != 0 && request.batchSize < 2))
        return fail(ErrorCode::InvalidArgument,
                    "a training needs at least 1 epoch and a batch of at least 2");
    NAKAMA_CHECK(checkLearning(request.learning, request.epochs));
    config.augment = AugmentParams::off();
    config.weights = request.weights;
    const bool headOnly = model.trainsHeadOnly && !request.weights.empty();
    config.freeze = request.freeze.value_or(headOnly ? FreezeMode::Body : FreezeMode::None);
    config.views = request.views;
    config.epochs = request.epochs;
    config.batchSize = request.batchSize;
    config.learning = request.learning;
    config.compute = request.compute;
    if (!request.device.empty())
        config.device = request.device;
    config.loaderThreads = request.loaderThreads;
    config.checkpointMinutes = request.checkpointMinutes;
    config.seed = request.seed;
    return config;
}

/** Settings under which all pictures stay in memory; they are asked for, so too many are refused. */
Result<void> keepInMemory(const Workspace& workspace, TrainingConfig& config)
{
    NAKAMA_TRY(const auto cost, inputCost(workspace, config.preprocessing.resize));
    const auto megabytes = (cost.memoryBytes >> 20) + 2; // train and val are rounded down each
    if (!cost.fitsInMemory())
        return fail(
            ErrorCode::NotReady,
            fmt::format("the {} pictures take {} MB in memory, and {} MB are available, half of which "
                        "the training needs itself; train without keeping them in memory, or at a smaller "
                        "input size",
                        cost.pictures, megabytes, cost.memoryAvailable >> 20));
    config.pictureMemoryMb = std::max(config.pictureMemoryMb, static_cast<int>(megabytes));
    return {};
}

} // namespace

Result<TrainingData> trainingData(const Workspace& workspace)
{
    TrainingData data;
    NAKAMA_TRY(data.train, picturesOf(workspace, EvaluationSet::Train));
    NAKAMA_TRY(data.val, picturesOf(workspace, EvaluationSet::Val));
    data.preparedFolder = workspace.preparedFolder();
    data.featureFolder = workspace.folder() / "features";
    return data;
}

Result<TrainingConfig> newTrainingConfig(const Workspace& workspace, const Engine& engine,
                                         const TrainRequest& request, const TrainingData& data)
{
    if (!request.config.empty()) {
        NAKAMA_TRY(auto config, trainingToRepeat(request.config, data));
        if (!request.device.empty())
            config.device = request.device;
        return config;
    }
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto classes, catalogue.classes());
    NAKAMA_TRY(auto config, configFor(request, engine, classes));
    if (request.augment) {
        NAKAMA_TRY(config.augment, loadAugmentSettings(workspace));
    }
    if (request.picturesInMemory)
        NAKAMA_CHECK(keepInMemory(workspace, config));
    return config;
}

Result<void> settleBatch(TrainingConfig& config, const TrainingData& data, Engine& engine,
                         JobContext& context)
{
    if (config.batchSize != 0)
        return {};
    NAKAMA_TRY(const auto estimate, engine.estimateTraining(config, context));
    config.batchSize = std::clamp(estimate.batchSize, 2, std::max(2, static_cast<int>(data.train.size())));
    return {};
}

} // namespace nakama
