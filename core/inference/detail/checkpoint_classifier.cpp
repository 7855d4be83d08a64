#include "core/inference/detail/checkpoint_classifier.h"

#include "core/inference/detail/checkpoint.h"
#include "core/inference/detail/device.h"
#include "core/inference/detail/torch_error.h"

namespace nakama
{

Result<std::unique_ptr<Classifier>> CheckpointClassifier::load(const std::filesystem::path& path,
                                                               const std::string& device)
{
    NAKAMA_TRY(const auto chosen, chooseDevice(device));
    NAKAMA_TRY(const auto checkpoint, readCheckpoint(path));
    NAKAMA_TRY(auto model, modelFrom(checkpoint));
    Predictor predictor(std::move(model), checkpoint.info.preprocessing, chosen.device, 1);
    return std::unique_ptr<Classifier>(new CheckpointClassifier(checkpoint.info, std::move(predictor)));
}

CheckpointClassifier::CheckpointClassifier(CheckpointInfo info, Predictor predictor)
    : m_info(std::move(info)), m_predictor(std::move(predictor))
{
}

Result<std::vector<float>> CheckpointClassifier::logits(const cv::Mat& rgb)
try {
    useAllCores();
    const auto& preprocessing = m_info.preprocessing;
    const auto tile = evaluationCrop(shrink(rgb, preprocessing.resize), preprocessing);
    std::vector<float> pixels(tile.total() * 3);
    normaliseInto(tile, preprocessing, pixels.data());
    return std::move(m_predictor.logits(pixels).front());
} catch (const c10::Error& error) {
    return fail(fromTorch(error));
}

Result<std::vector<float>> CheckpointClassifier::features(const cv::Mat&)
{
    return fail(ErrorCode::NotReady, "features are not computed yet");
}

Result<Explanation> CheckpointClassifier::explain(const cv::Mat&, int)
{
    return fail(ErrorCode::NotReady, "explanations are not made yet");
}

} // namespace nakama
