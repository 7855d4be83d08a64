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
    Result<EvaluationAnswer> evaluate(const EvaluationRequest& request, JobContext& context) override;
    Result<std::unique_ptr<Classifier>> loadClassifier(const std::filesystem::path& checkpoint,
                                                       const std::string& device) override;
    Result<ForwardAnswer> forward(const ForwardRequest& request) override;
};

} // namespace nakama
