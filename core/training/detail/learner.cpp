#include "core/training/detail/learner.h"

#include "core/inference/detail/autocast.h"
#include "core/inference/detail/torch_error.h"
#include "core/models/detail/freeze.h"
#include "core/training/detail/batch_seeds.h"
#include "core/training/detail/compute_on.h"
#include "core/training/detail/fitting_batch.h"
#include "core/training/detail/moving_parameters.h"
#include "core/training/detail/weighted_loss.h"

#include <fmt/format.h>

namespace nakama
{

namespace
{

constexpr auto gatheredKey = "gathered";
const std::string gradientPrefix = "gradient.";

/** Evaluation leaves the model in its own mode, so every epoch starts with this. */
void startTraining(Backbone& model, bool headOnly, const std::string& headKey)
{
    if (headOnly)
        trainHeadOnly(model, headKey);
    else
        trainAll(model);
}

/** Kernels of convolutions in the order in which channels-last maps are convolved. */
void layChannelsLast(Backbone& model)
{
    for (auto& parameter : model.parameters())
        if (parameter.dim() == 4)
            parameter.set_data(parameter.detach().contiguous(torch::MemoryFormat::ChannelsLast));
}

} // namespace

Learner::Learner(std::shared_ptr<Backbone> model, const TrainingConfig& config, std::string headKey,
                 ChosenDevice device, const std::vector<double>& classWeights)
    : m_model(std::move(model)), m_params(config.learning), m_compute(config.compute),
      m_freeze(config.freeze), m_headKey(std::move(headKey)), m_seed(config.seed),
      m_crop(config.preprocessing.crop), m_device(std::move(device)), m_input(config, m_device.device),
      m_classWeights(torch::tensor(classWeights, torch::kFloat).to(m_device.device))
{
    if (m_compute.layout == MemoryLayout::ChannelsLast)
        layChannelsLast(*m_model);
    if (m_params.averageDecay > 0)
        m_average.emplace(m_params.averageDecay);
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
    m_optimiser.emplace(movingParameters(*m_model, m_headKey, m_params.layerDecay), m_params,
                        m_compute.precision);
}

void Learner::startEpoch(const BatchPlace& first)
{
    enterPhaseOf(first.epoch);
    startTraining(*m_model, m_headOnly, m_headKey);
    if (m_average)
        m_average->follow(*m_model);
    if (first.batch == 0)
        m_gathered = 0; // where the last batches of the epoch before could not be read
}

StateDict Learner::state() const
{
    auto state = m_optimiser->state();
    state.metadata[gatheredKey] = std::to_string(m_gathered);
    if (m_gathered > 0)
        for (const auto& item : m_model->named_parameters())
            if (item.value().grad().defined())
                state.tensors.emplace_back(gradientPrefix + item.key(), item.value().grad());
    if (m_average)
        m_average->addTo(state);
    return state;
}

Result<void> Learner::restore(const StateDict& state)
{
    NAKAMA_CHECK(m_optimiser->restore(state));
    if (m_average) {
        m_average->follow(*m_model);
        NAKAMA_CHECK(m_average->restore(state));
    }
    const auto gathered = state.metadata.find(gatheredKey);
    m_gathered = gathered == state.metadata.end() ? 0 : std::stoi(gathered->second);
    for (const auto& item : m_model->named_parameters())
        if (const auto* gradient = state.find(gradientPrefix + item.key()); gradient && m_gathered > 0)
            item.value().mutable_grad() = gradient->to(item.value().device(), /*non_blocking=*/false,
                                                       /*copy=*/true);
    return {};
}

template<typename Work>
auto Learner::withMemoryFor(DeviceBatch::Holds holds, const std::vector<std::int64_t>& shape, Work work)
    -> Result<decltype(work())>
{
    try {
        return work();
    } catch (const c10::Error& error) {
        if (!isOutOfMemory(error))
            throw;
    }
    // After the handler: what the failed work held is free now.
    return fail(outOfMemory(holds, shape));
}

Result<DeviceBatch> Learner::bring(const Batch& batch, const BatchPlace& place)
{
    const auto count = static_cast<std::int64_t>(batch.size());
    const bool features = batch.holds == Batch::Holds::Features;
    const auto shape = features && count > 0
                           ? std::vector{count, static_cast<std::int64_t>(batch.inputs.size()) / count}
                           : std::vector{count, std::int64_t{3}, std::int64_t{m_crop}, std::int64_t{m_crop}};
    return withMemoryFor(features ? DeviceBatch::Holds::Features : DeviceBatch::Holds::Pictures, shape,
                         [&] { return m_input.bring(batch, place); });
}

Result<torch::Tensor> Learner::start(DeviceBatch batch, double learningRate, const BatchPlace& place)
{
    return withMemoryFor(batch.holds, batch.inputs.sizes().vec(), [&] {
        const auto taken = std::move(batch);            // to be free before a smaller one is tried
        torch::manual_seed(dropoutSeed(m_seed, place)); // dropout draws from LibTorch's own generator
        if (m_gathered == 0)
            m_optimiser->zeroGradients();
        auto loss = backward(taken);
        if (++m_gathered == m_params.accumulate || place.end == EpochEnd::Yes) {
            step(learningRate);
            m_gathered = 0;
        }
        return loss;
    });
}

Result<double> Learner::learn(const Batch& batch, double learningRate, const BatchPlace& place)
{
    NAKAMA_TRY(auto there, bring(batch, place));
    NAKAMA_TRY(const auto loss, start(std::move(there), learningRate, place));
    return loss.item<double>();
}

void Learner::step(double learningRate)
{
    if (!m_optimiser->unscaleGradients())
        return; // the next one has a smaller scale
    if (m_params.clipNorm > 0)
        m_optimiser->clipGradients();
    m_optimiser->step(learningRate);
    if (m_average)
        m_average->update();
}

/**
 * Loss of a batch, its gradients left in the parameters. A mixed batch has the same labels in another order,
 * so the two losses are means with the same sum of weights and may be added by their shares.
 */
torch::Tensor Learner::backward(const DeviceBatch& batch)
{
    torch::Tensor logits;
    {
        const Autocast autocast(m_device.device, scalarTypeOf(m_compute.precision));
        logits = batch.holds == DeviceBatch::Holds::Features ? m_model->head(batch.inputs)
                                                             : m_model->forward(batch.inputs);
    }
    logits = logits.to(torch::kFloat);
    const auto lossOf = [&](const torch::Tensor& labels) {
        return weightedCrossEntropy(logits, labels, m_classWeights, m_params.labelSmoothing);
    };
    auto loss = lossOf(batch.labels);
    if (batch.share < 1)
        loss = batch.share * loss + (1 - batch.share) * lossOf(batch.otherLabels);
    m_optimiser->scaled(m_params.accumulate > 1 ? loss / m_params.accumulate : loss).backward();
    return loss.detach();
}

void Learner::tryBatch(int size)
{
    tryShape(DeviceBatch::Holds::Pictures, {size, 3, m_crop, m_crop});
}

void Learner::tryShape(DeviceBatch::Holds holds, const std::vector<std::int64_t>& shape)
{
    const torch::TensorOptions there(m_device.device);
    const auto labels = torch::zeros({shape[0]}, there.dtype(torch::kLong));
    m_optimiser->zeroGradients();
    backward({holds, m_input.laidOut(torch::zeros(shape, there)), labels, labels, 1});
    m_optimiser->step(0);
}

Error Learner::outOfMemory(DeviceBatch::Holds holds, std::vector<std::int64_t> shape)
{
    const auto batch = shape[0];
    const auto code = m_device.device.is_cpu() ? ErrorCode::OutOfMemory : ErrorCode::OutOfDeviceMemory;
    const auto fits = fittingBatch(batch, [&](std::int64_t size) {
        shape[0] = size;
        tryShape(holds, shape);
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
