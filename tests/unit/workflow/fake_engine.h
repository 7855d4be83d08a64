#pragma once

#include "core/engine/engine.h"

#include <functional>

namespace nakama::test
{

/** An engine without LibTorch: "trains" by a function of the test, and answers with the picture's own label.
 */
class FakeEngine : public Engine
{
public:
    using Train = std::function<Result<TrainingResult>(const TrainingConfig&, const TrainingData&,
                                                       const TrainingObserver&, JobContext&)>;

    /** Trains for two epochs of macro-F1 0.5 and 0.25 unless told otherwise, and writes a checkpoint. */
    Train onTrain;
    int rateSearchBatch = 0; ///< of the last findRate()

    std::string libraryVersion() const override { return "fake"; }
    std::vector<DeviceInfo> devices() const override;
    std::vector<ModelInfo> models() const override;
    Result<TrainingResult> train(const TrainingConfig& config, const TrainingData& data,
                                 const TrainingObserver& observer, JobContext& context) override;
    /** Falls and suggests 0.01. */
    Result<RateSearch> findRate(const TrainingConfig& config, const TrainingData& data,
                                JobContext& context) override;
    /** 100 MB a picture of 8 GB; a batch of 24 where one is to be found. */
    Result<TrainingEstimate> estimateTraining(const TrainingConfig& config, JobContext& context) override;
    /** Right for every picture but the first. */
    Result<EvaluationAnswer> evaluate(const EvaluationRequest& request, JobContext& context) override;
    Result<std::unique_ptr<Classifier>> loadClassifier(const std::filesystem::path& checkpoint,
                                                       const std::string& device) override;
    Result<ForwardAnswer> forward(const ForwardRequest& request) override;
    /** The label of each picture, one-hot. */
    Result<FeatureTable> features(const FeatureRequest& request, JobContext& context) override;
    /** By cosine, as the interface says. */
    Result<std::vector<std::vector<Neighbour>>> nearest(const cv::Mat& rows, const cv::Mat& queries,
                                                        int count, JobContext& context) override;
    /** The first two numbers of each row. */
    Result<std::vector<cv::Point2f>> project(const cv::Mat& rows, const ProjectionParams& params,
                                             JobContext& context) override;
};

/** An epoch with this macro-F1. */
EpochRecord epochWith(int number, double macro);

} // namespace nakama::test
