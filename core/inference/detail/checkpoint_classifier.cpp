#include "core/inference/detail/checkpoint_classifier.h"

#include "core/inference/detail/checkpoint.h"
#include "core/inference/detail/device.h"
#include "core/inference/detail/torch_error.h"

#include <fmt/format.h>

namespace nakama
{

Result<std::unique_ptr<Classifier>> CheckpointClassifier::load(const std::filesystem::path& path,
                                                               const std::string& device)
{
    NAKAMA_TRY(const auto chosen, chooseDevice(device));
    NAKAMA_TRY(const auto checkpoint, readCheckpoint(path));
    NAKAMA_TRY(auto model, modelFrom(checkpoint));
    Predictor predictor(std::move(model), checkpoint.info.preprocessing, chosen.device, {.deviceBlock = 1});
    return std::unique_ptr<Classifier>(new CheckpointClassifier(checkpoint.info, std::move(predictor)));
}

CheckpointClassifier::CheckpointClassifier(CheckpointInfo info, Predictor predictor)
    : m_info(std::move(info)), m_predictor(std::move(predictor))
{
}

Result<std::vector<float>> CheckpointClassifier::logits(const cv::Mat& rgb)
try {
    useAllCores();
    return std::move(m_predictor.logits(inputOf(rgb)).front());
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

Result<std::vector<float>> CheckpointClassifier::features(const cv::Mat& rgb)
try {
    useAllCores();
    return m_predictor.pooledFeatures(inputOf(rgb));
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

Result<Explanation> CheckpointClassifier::explain(const cv::Mat& rgb, int classIndex)
try {
    const auto classes = static_cast<int>(m_info.classes.size());
    if (classIndex < 0 || classIndex >= classes)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("the model has no class {}; its {} classes are counted from 0", classIndex, classes));
    useAllCores();
    const auto input = inputOf(rgb);
    auto explanation = m_predictor.explain(input, classIndex);
    explanation.area = evaluationArea(rgb.size(), m_info.preprocessing);
    explanation.logits = std::move(m_predictor.logits(input).front());
    return explanation;
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

std::vector<float> CheckpointClassifier::inputOf(const cv::Mat& rgb) const
{
    const auto& preprocessing = m_info.preprocessing;
    const auto tile = evaluationCrop(shrink(rgb, preprocessing.resize), preprocessing);
    std::vector<float> pixels(tile.total() * 3);
    normaliseInto(tile, preprocessing, pixels.data());
    return pixels;
}

} // namespace nakama
