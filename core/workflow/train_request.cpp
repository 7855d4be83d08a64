#include "core/workflow/train_request.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/models/model_spec.h"
#include "core/models/published_preprocessing.h"
#include "core/workflow/augment_settings.h"
#include "core/workflow/input_cost.h"
#include "core/workflow/runs.h"
#include "core/workspace/catalogue.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

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
    config.freeze = request.freeze;
    config.views = request.views;
    config.epochs = request.epochs;
    config.batchSize = request.batchSize;
    config.learning = request.learning;
    config.compute = request.compute;
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

/** Of their content and labels, in the order of picturesOf(). */
nlohmann::json fingerprintOf(const std::vector<LabelledPicture>& pictures)
{
    std::string text;
    for (const auto& picture : pictures)
        text += fmt::format("{} {}\n", picture.sha256, picture.label);
    return {{"pictures", pictures.size()}, {"sha256", sha256(text)}};
}

/** A folder of weights is hashed by its weight file, which has its configuration beside it. */
Result<std::string> hashOfWeights(const std::filesystem::path& weights)
{
    if (weights.empty())
        return std::string();
    auto file = weights;
    if (std::filesystem::is_directory(weights))
        for (const auto* name : {"model.safetensors", "pytorch_model.bin"})
            if (std::filesystem::exists(weights / name)) {
                file = weights / name;
                break;
            }
    return std::filesystem::is_directory(file) ? Result<std::string>(std::string()) : sha256OfFile(file);
}

/** What a training is used on, beside its settings. */
Result<nlohmann::json> usedOn(const TrainingConfig& config, const TrainingData& data)
{
    NAKAMA_TRY(const auto weights, hashOfWeights(config.weights));
    return nlohmann::json{
        {"train", fingerprintOf(data.train)}, {"val", fingerprintOf(data.val)}, {"weights_sha256", weights}};
}

Result<TrainingConfig> configToRepeat(const TrainRequest& request, const TrainingData& data)
{
    NAKAMA_TRY(const auto text, readTextFile(request.config));
    try {
        const auto json = nlohmann::json::parse(text);
        auto config = json.get<TrainingConfig>();
        config.device = request.device;
        if (!json.contains("used_on"))
            return config;
        NAKAMA_TRY(const auto now, usedOn(config, data));
        const auto& then = json["used_on"];
        for (const auto& [key, value] : now.items())
            if (then.value(key, nlohmann::json()) != value)
                return fail(
                    ErrorCode::NotReady,
                    fmt::format("'{}' is not what these settings were used on: {} then, {} now; bring "
                                "it back, or take \"used_on\" out of the file to use the settings on "
                                "what is there",
                                key, then.value(key, nlohmann::json()).dump(), value.dump()),
                    request.config.string());
        return config;
    } catch (const nlohmann::json::exception& exception) {
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("these are not the settings of a training ({}); name the config.json of a run",
                        exception.what()),
            request.config.string());
    }
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
    if (!request.config.empty())
        return configToRepeat(request, data);
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

Result<std::string> describeTraining(const TrainingConfig& config, const TrainingData& data)
{
    nlohmann::json json = config;
    NAKAMA_TRY(json["used_on"], usedOn(config, data));
    return json.dump(2) + "\n";
}

} // namespace nakama
