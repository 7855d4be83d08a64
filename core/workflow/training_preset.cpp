#include "core/workflow/training_preset.h"

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int quickInput = 64; ///< what a processor trains from scratch in minutes

LearningParams headFirst()
{
    LearningParams learning;
    learning.rate = 5e-4;
    learning.schedule = ScheduleKind::Cosine;
    learning.headEpochs = 8;
    learning.layerDecay = 0.8;
    return learning;
}

} // namespace

TrainRequest presetTraining(TrainingPreset preset, const ModelInfo& model,
                            const std::filesystem::path& weights)
{
    TrainRequest request;
    request.model = model.id;
    request.weights = weights;
    request.inputSize = model.preprocessing.crop;
    request.freeze = model.trainsHeadOnly && !weights.empty() ? FreezeMode::Body : FreezeMode::None;
    switch (preset) {
    case TrainingPreset::Recipe:
        break;
    case TrainingPreset::QuickTrial:
        request.epochs = 20;
        request.learning.schedule = ScheduleKind::Cosine; // a short run ends better with a falling rate
        if (weights.empty()) // weights are at their best at the size that they were made at
            request.inputSize = std::max(model.minimumInput, quickInput);
        break;
    case TrainingPreset::HeadFirst:
        request.learning = headFirst();
        request.freeze = FreezeMode::None;
        break;
    }
    return request;
}

} // namespace nakama
