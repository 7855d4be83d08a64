#pragma once

#include "core/engine/engine.h"

namespace nakama
{

/** The engine on LibTorch; the edge at which its exceptions become Errors. */
class LibTorchEngine : public Engine
{
public:
    std::string libraryVersion() const override;
    std::vector<DeviceInfo> devices() const override;
    std::vector<ModelInfo> models() const override;
    Result<TrainingResult> train(const TrainingConfig& config, const TrainingData& data,
                                 const TrainingObserver& observer, JobContext& context) override;
    Result<RateSearch> findRate(const TrainingConfig& config, const TrainingData& data,
                                JobContext& context) override;
    Result<TrainingEstimate> estimateTraining(const TrainingConfig& config, JobContext& context) override;
    Result<EvaluationAnswer> evaluate(const EvaluationRequest& request, JobContext& context) override;
    Result<std::unique_ptr<Classifier>> loadClassifier(const std::filesystem::path& checkpoint,
                                                       const std::string& device) override;
    Result<ForwardAnswer> forward(const ForwardRequest& request) override;
    Result<FeatureTable> features(const FeatureRequest& request, JobContext& context) override;
    Result<std::vector<std::vector<Neighbour>>> nearest(const cv::Mat& rows, const cv::Mat& queries,
                                                        int count, JobContext& context) override;
    Result<std::vector<cv::Point2f>> project(const cv::Mat& rows, const ProjectionParams& params,
                                             JobContext& context) override;
};

} // namespace nakama
