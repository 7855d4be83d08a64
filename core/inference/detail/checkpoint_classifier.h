#pragma once

#include "core/inference/detail/predictor.h"
#include "core/inference/inference.h"

#include <filesystem>
#include <memory>

namespace nakama
{

/** A checkpoint that answers for single pictures. */
class CheckpointClassifier : public Classifier
{
public:
    /** Errors: NotFound, CorruptData, Unsupported, InvalidArgument (device). */
    static Result<std::unique_ptr<Classifier>> load(const std::filesystem::path& checkpoint,
                                                    const std::string& device);

    const CheckpointInfo& info() const override { return m_info; }
    Result<std::vector<float>> logits(const cv::Mat& rgb) override;
    Result<std::vector<float>> features(const cv::Mat& rgb) override;
    Result<Explanation> explain(const cv::Mat& rgb, int classIndex) override;

private:
    CheckpointClassifier(CheckpointInfo info, Predictor predictor);
    /** The picture as the model takes it. */
    std::vector<float> inputOf(const cv::Mat& rgb) const;

    CheckpointInfo m_info;
    Predictor m_predictor;
};

} // namespace nakama
