#pragma once

#include "core/inference/detail/device.h"
#include "core/models/detail/backbone.h"
#include "core/training/detail/batch_place.h"
#include "core/training/detail/device_input.h"
#include "core/training/detail/optimiser.h"
#include "core/training/detail/weight_average.h"
#include "core/training/feed.h"
#include "core/training/training.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** A model, its optimiser and its loss on a device: what learns from one batch after another. */
class Learner
{
public:
    /**
     * headKey: prefix of the classifier's parameters; the only ones that move when the body is frozen.
     * config.compute is as computeOn() gives it for the device.
     */
    Learner(std::shared_ptr<Backbone> model, const TrainingConfig& config, std::string headKey,
            ChosenDevice device, const std::vector<double>& classWeights);

    const std::shared_ptr<Backbone>& model() const { return m_model; }
    /** That of the phase that learns now. */
    Optimiser& optimiser() { return *m_optimiser; }
    /** Null where the weights are not averaged. */
    WeightAverage* average() { return m_average ? &*m_average : nullptr; }
    const ChosenDevice& device() const { return m_device; }

    /** Whether only the head learns in an epoch: in all of them, or in the first ones. */
    bool isHeadOnly(int epoch) const;
    /** Makes the optimiser of an epoch's phase, empty, where it is not there yet. */
    void enterPhaseOf(int epoch);
    /** Before the first batch to learn from in an epoch, and again after the model has been evaluated. */
    void startEpoch(const BatchPlace& first);

    /** As DeviceInput::bring(). Errors: as start(). */
    Result<DeviceBatch> bring(const Batch& batch, const BatchPlace& place);
    void finishCopies() const { m_input.finishCopies(); }
    /**
     * Takes the gradients of a batch of at least 2 pictures, and makes a step of those gathered since the
     * last one where the setting has gathered enough, or after the epoch's last batch; the batch's weighted
     * loss before the step, on the device, which may still be computing it. Errors: OutOfMemory,
     * OutOfDeviceMemory, naming a batch that fits; the model is good for nothing more then. Throws
     * c10::Error.
     */
    Result<torch::Tensor> start(DeviceBatch batch, double learningRate, const BatchPlace& place);
    /** Both, waited for. Errors: as start(). */
    Result<double> learn(const Batch& batch, double learningRate, const BatchPlace& place);

    /** A whole step with black pictures that moves nothing. Throws c10::Error where there is no memory. */
    void tryBatch(int size);

    /** All that learning goes on from beside the model's own weights and buffers. */
    StateDict state() const;
    /** After enterPhaseOf() and loading the model. Error: CorruptData. */
    Result<void> restore(const StateDict& state);

private:
    template<typename Work>
    auto withMemoryFor(DeviceBatch::Holds holds, const std::vector<std::int64_t>& shape, Work work)
        -> Result<decltype(work())>;
    void step(double learningRate);
    void tryShape(DeviceBatch::Holds holds, const std::vector<std::int64_t>& shape);
    torch::Tensor backward(const DeviceBatch& batch);
    Error outOfMemory(DeviceBatch::Holds holds, std::vector<std::int64_t> shape);

    std::shared_ptr<Backbone> m_model;
    LearningParams m_params;
    ComputeParams m_compute;
    FreezeMode m_freeze;
    std::string m_headKey;
    std::uint64_t m_seed;
    int m_crop;
    ChosenDevice m_device;
    DeviceInput m_input;
    std::optional<Optimiser> m_optimiser;
    std::optional<WeightAverage> m_average;
    bool m_headOnly = false; ///< what the optimiser moves
    int m_gathered = 0;      ///< batches since the last step
    torch::Tensor m_classWeights;
};

} // namespace nakama
