#pragma once

#include "core/inference/detail/device.h"
#include "core/models/detail/backbone.h"
#include "core/training/batch_feed.h"
#include "core/training/detail/adam.h"
#include "core/training/training.h"

#include <memory>
#include <string>
#include <vector>

namespace nakama
{

/** What a learner's batches hold. */
enum class LearnsFrom { Pictures, Features };

/** A model, its optimiser and its loss on a device: what learns from one batch after another. */
class Learner
{
public:
    /** headKey: prefix of the classifier's parameters; the only ones that move when the body is frozen. */
    Learner(std::shared_ptr<Backbone> model, const TrainingConfig& config, std::string headKey,
            ChosenDevice device, const std::vector<double>& classWeights, LearnsFrom from);

    const std::shared_ptr<Backbone>& model() const { return m_model; }
    Adam& adam() { return m_adam; }
    const ChosenDevice& device() const { return m_device; }

    /** Before the batches of an epoch, and again after the model has been evaluated. */
    void startEpoch(int epoch);

    /**
     * One step on a batch of at least 2 pictures; the batch's weighted loss before the step. Errors:
     * OutOfMemory, OutOfDeviceMemory, naming a batch that fits; the model is good for nothing more then.
     * Throws c10::Error.
     */
    Result<double> learn(const Batch& batch, double learningRate);

private:
    std::vector<std::int64_t> shapeOf(const Batch& batch) const;
    torch::Tensor backward(const torch::Tensor& inputs, const torch::Tensor& labels,
                           const torch::Tensor& others, double share);
    Error outOfMemory(std::vector<std::int64_t> shape);

    std::shared_ptr<Backbone> m_model;
    FreezeMode m_freeze;
    std::string m_headKey;
    std::uint64_t m_seed;
    int m_crop;
    LearnsFrom m_from;
    ChosenDevice m_device;
    Adam m_adam;
    torch::Tensor m_classWeights;
};

} // namespace nakama
