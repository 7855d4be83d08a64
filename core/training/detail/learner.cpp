#include "core/training/detail/learner.h"

#include "core/base/random.h"
#include "core/inference/detail/torch_error.h"
#include "core/models/detail/freeze.h"
#include "core/training/detail/fitting_batch.h"
#include "core/training/detail/moving_parameters.h"
#include "core/training/detail/weighted_loss.h"

#include <fmt/format.h>

namespace nakama
{

namespace
{

/** Evaluation leaves the model in its own mode, so every epoch starts with this. */
void startTraining(Backbone& model, bool headOnly, const std::string& headKey)
{
    if (headOnly)
        trainHeadOnly(model, headKey);
    else
        trainAll(model);
}

} // namespace

Learner::Learner(std::shared_ptr<Backbone> model, const TrainingConfig& config, std::string headKey,
                 ChosenDevice device, const std::vector<double>& classWeights)
    : m_model(std::move(model)), m_params(config.learning), m_freeze(config.freeze),
      m_headKey(std::move(headKey)), m_seed(config.seed), m_crop(config.preprocessing.crop),
      m_device(std::move(device)),
      m_classWeights(torch::tensor(classWeights, torch::kFloat).to(m_device.device))
{
    enterPhaseOf(1);
}

bool Learner::isHeadOnly(int epoch) const
{
    return m_freeze == FreezeMode::Body || epoch <= m_params.headEpochs;
}

void Learner::enterPhaseOf(int epoch)
{
    if (m_optimiser && m_headOnly == isHeadOnly(epoch))
        return;
    m_headOnly = isHeadOnly(epoch);
    startTraining(*m_model, m_headOnly, m_headKey);
    m_optimiser.emplace(movingParameters(*m_model, m_headKey, m_params.layerDecay), m_params);
}

void Learner::startEpoch(int epoch)
{
    enterPhaseOf(epoch);
    startTraining(*m_model, m_headOnly, m_headKey);
    m_gathered = 0;
    // Dropout draws from LibTorch's own generator; keyed by epoch, so that a resumed run draws the same.
    RandomStream random(m_seed, RandomPurpose::Dropout, static_cast<std::uint64_t>(epoch));
    torch::manual_seed((std::uint64_t{random.next()} << 32) | random.next());
}

Result<double> Learner::learn(const Batch& batch, double learningRate, EpochEnd end)
{
    try {
        const auto count = static_cast<std::int64_t>(batch.size());
        // LibTorch only reads what from_blob() wraps here.
        const auto inputs = torch::from_blob(const_cast<float*>(batch.inputs.data()), shapeOf(batch));
        const auto labels =
            torch::from_blob(const_cast<std::int64_t*>(batch.labels.data()), {count}, torch::kLong);
        const bool mixed = !batch.otherLabels.empty();
        const auto others = mixed ? torch::from_blob(const_cast<std::int64_t*>(batch.otherLabels.data()),
                                                     {count}, torch::kLong)
                                  : labels;
        const auto there = [&](const torch::Tensor& here) {
            return here.to(m_device.device, /*non_blocking=*/true); // loss.item() below waits for all
        };
        if (m_gathered == 0)
            m_optimiser->zeroGradients();
        const auto loss = backward(batch.holds, there(inputs), there(labels), there(others), batch.share);
        if (++m_gathered == m_params.accumulate || end == EpochEnd::Yes) {
            if (m_params.clipNorm > 0)
                m_optimiser->clipGradients();
            m_optimiser->step(learningRate);
            m_gathered = 0;
        }
        return loss.item<double>();
    } catch (const c10::Error& error) {
        if (!isOutOfMemory(error))
            throw;
    }
    // After the handler: what the failed step held is free now.
    return fail(outOfMemory(batch.holds, shapeOf(batch)));
}

std::vector<std::int64_t> Learner::shapeOf(const Batch& batch) const
{
    const auto count = static_cast<std::int64_t>(batch.size());
    if (batch.holds == Batch::Holds::Features)
        return {count, static_cast<std::int64_t>(batch.inputs.size()) / count};
    return {count, 3, m_crop, m_crop};
}

/**
 * Loss of a batch, its gradients left in the parameters. A mixed batch has the same labels in another order,
 * so the two losses are means with the same sum of weights and may be added by their shares.
 */
torch::Tensor Learner::backward(Batch::Holds holds, const torch::Tensor& inputs, const torch::Tensor& labels,
                                const torch::Tensor& others, double share)
{
    const auto logits = holds == Batch::Holds::Features ? m_model->head(inputs) : m_model->forward(inputs);
    auto loss = weightedCrossEntropy(logits, labels, m_classWeights, m_params.labelSmoothing);
    if (share < 1)
        loss = share * loss +
               (1 - share) * weightedCrossEntropy(logits, others, m_classWeights, m_params.labelSmoothing);
    (m_params.accumulate > 1 ? loss / m_params.accumulate : loss).backward();
    return loss.detach();
}

Error Learner::outOfMemory(Batch::Holds holds, std::vector<std::int64_t> shape)
{
    const auto batch = shape[0];
    const auto code = m_device.device.is_cpu() ? ErrorCode::OutOfMemory : ErrorCode::OutOfDeviceMemory;
    const auto fits = fittingBatch(batch, [&](std::int64_t size) {
        const auto labels = torch::zeros({size}, torch::TensorOptions(torch::kLong).device(m_device.device));
        shape[0] = size;
        m_optimiser->zeroGradients();
        backward(holds, torch::zeros(shape, m_device.device), labels, labels, 1);
    });
    if (fits > 0)
        return {code,
                fmt::format("{} has no memory for a batch of {} pictures; a batch of {} fits", m_device.title,
                            batch, fits),
                {}};
    return {code,
            fmt::format("{} has no memory even for a batch of 2 pictures; use a smaller input size or model, "
                        "or end what else runs on it",
                        m_device.title),
            {}};
}

} // namespace nakama
