#include "core/engine/libtorch_engine.h"

#include "core/inference/detail/checkpoint.h"
#include "core/inference/detail/checkpoint_classifier.h"
#include "core/inference/detail/device.h"
#include "core/inference/detail/nearest.h"
#include "core/inference/detail/picture_features.h"
#include "core/inference/detail/predict.h"
#include "core/inference/detail/projection.h"
#include "core/inference/detail/torch_error.h"
#include "core/models/detail/load_weights.h"
#include "core/training/detail/estimate_training.h"
#include "core/training/detail/trainer.h"

#include <torch/version.h>

#include <fmt/format.h>

namespace nakama
{

std::string LibTorchEngine::libraryVersion() const
{
    return "LibTorch " TORCH_VERSION;
}

std::vector<DeviceInfo> LibTorchEngine::devices() const
{
    return availableDevices();
}

std::vector<ModelInfo> LibTorchEngine::models() const
{
    std::vector<ModelInfo> models;
    for (const auto& spec : modelSpecs())
        models.push_back({spec.id, spec.title, spec.summary, spec.preprocessing, spec.parameters,
                          spec.minimumInput, spec.trainsHeadOnly});
    return models;
}

Result<TrainingResult> LibTorchEngine::train(const TrainingConfig& config, const TrainingData& data,
                                             const TrainingObserver& observer, JobContext& context)
try {
    NAKAMA_TRY(const auto trainer, Trainer::make(config, data, observer, context));
    return trainer->run();
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

Result<RateSearch> LibTorchEngine::findRate(const TrainingConfig& config, const TrainingData& data,
                                            JobContext& context)
try {
    const TrainingObserver nobody;
    NAKAMA_TRY(const auto trainer, Trainer::make(config, data, nobody, context));
    return trainer->findRate();
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

Result<TrainingEstimate> LibTorchEngine::estimateTraining(const TrainingConfig& config, JobContext& context)
try {
    return nakama::estimateTraining(config, context);
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

Result<EvaluationAnswer> LibTorchEngine::evaluate(const EvaluationRequest& request, JobContext& context)
try {
    useAllCores();
    NAKAMA_TRY(const auto device, chooseDevice(request.device));
    NAKAMA_TRY(const auto checkpoint, readCheckpoint(request.checkpoint));
    NAKAMA_TRY(auto model, modelFrom(checkpoint));
    const auto& info = checkpoint.info;
    Predictor predictor(std::move(model), info.preprocessing, device.device,
                        {.deviceBlock = request.batchSize});
    PictureSource source(request.pictures, info.preprocessing.resize, request.preparedFolder, 0);
    const auto total = static_cast<std::int64_t>(request.pictures.size() * viewsOf(request.views).size());
    return predictViews(
        predictor, source, info.preprocessing, info.classes, request.views, request.loaderThreads, context,
        [&](std::size_t done) { context.progress(static_cast<std::int64_t>(done), total, "evaluating"); });
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

Result<std::unique_ptr<Classifier>> LibTorchEngine::loadClassifier(const std::filesystem::path& checkpoint,
                                                                   const std::string& device)
try {
    return CheckpointClassifier::load(checkpoint, device);
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

Result<ForwardAnswer> LibTorchEngine::forward(const ForwardRequest& request)
try {
    useAllCores();
    NAKAMA_TRY(auto spec, findModelSpec(request.model));
    NAKAMA_TRY(const auto device, chooseDevice(request.device));
    const auto side = static_cast<std::size_t>(request.crop);
    if (request.crop < spec.minimumInput ||
        (!request.input.empty() && request.input.size() != 3 * side * side))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} values are no input of 3 × {} × {} for {}", request.input.size(),
                                request.crop, request.crop, spec.title));
    NAKAMA_TRY(auto model, makeBackbone(request.model, request.classes, 1));
    ForwardAnswer answer;
    NAKAMA_TRY(answer.report, loadWeights(*model, spec, request.weights));
    if (request.input.empty())
        return answer;
    spec.preprocessing.crop = request.crop;
    Predictor predictor(std::move(model), spec.preprocessing, device.device, {.deviceBlock = 1});
    answer.logits = std::move(predictor.logits(request.input).front());
    return answer;
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

Result<FeatureTable> LibTorchEngine::features(const FeatureRequest& request, JobContext& context)
try {
    useAllCores();
    NAKAMA_TRY(const auto checkpoint, readCheckpoint(request.checkpoint));
    return featuresOf(checkpoint, request, context);
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

Result<std::vector<std::vector<Neighbour>>>
LibTorchEngine::nearest(const cv::Mat& rows, const cv::Mat& queries, int count, JobContext& context)
try {
    useAllCores();
    return nearestRows(rows, queries, count, context);
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

Result<std::vector<cv::Point2f>> LibTorchEngine::project(const cv::Mat& rows, const ProjectionParams& params,
                                                         JobContext& context)
try {
    useAllCores();
    return projectRows(rows, params, context);
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

} // namespace nakama
