#include "core/training/detail/learner.h"

#include "core/base/random.h"
#include "core/inference/detail/torch_error.h"
#include "core/models/detail/freeze.h"
#include "core/training/detail/fitting_batch.h"
#include "core/training/detail/weighted_loss.h"

#include <fmt/format.h>

namespace nakama
{

namespace
{

/** Evaluation leaves the model in its own mode, so every epoch starts with this. */
void startTraining(Backbone& model, FreezeMode freeze, const std::string& headKey)
{
    if (freeze == FreezeMode::Body)
        trainHeadOnly(model, headKey);
    else
        trainAll(model);
}

/** What the optimiser moves: everything, or the head alone. */
Adam::Parameters movingParameters(Backbone& model, FreezeMode freeze, const std::string& headKey)
{
    startTraining(model, freeze, headKey);
    Adam::Parameters moving;
    for (const auto& item : model.named_parameters())
        if (item.value().requires_grad())
            moving.emplace_back(item.key(), item.value());
    return moving;
}

} // namespace

Learner::Learner(std::shared_ptr<Backbone> model, const TrainingConfig& config, std::string headKey,
                 ChosenDevice device, const std::vector<double>& classWeights)
    : m_model(std::move(model)), m_freeze(config.freeze), m_headKey(std::move(headKey)), m_seed(config.seed),
      m_crop(config.preprocessing.crop), m_device(std::move(device)),
      m_adam(movingParameters(*m_model, m_freeze, m_headKey)),
      m_classWeights(torch::tensor(classWeights, torch::kFloat).to(m_device.device))
{
}

void Learner::startEpoch(int epoch)
{
    startTraining(*m_model, m_freeze, m_headKey);
    // Dropout draws from LibTorch's own generator; keyed by epoch, so that a resumed run draws the same.
    RandomStream random(m_seed, RandomPurpose::Dropout, static_cast<std::uint64_t>(epoch));
    torch::manual_seed((std::uint64_t{random.next()} << 32) | random.next());
}

Result<double> Learner::learn(const Batch& batch, double learningRate)
{
    try {
        const auto count = static_cast<std::int64_t>(batch.size());
        // LibTorch only reads what from_blob() wraps here.
        const auto pictures =
            torch::from_blob(const_cast<float*>(batch.pixels.data()), {count, 3, m_crop, m_crop});
        const auto labels =
            torch::from_blob(const_cast<std::int64_t*>(batch.labels.data()), {count}, torch::kLong);
        const bool mixed = !batch.otherLabels.empty();
        const auto others = mixed ? torch::from_blob(const_cast<std::int64_t*>(batch.otherLabels.data()),
                                                     {count}, torch::kLong)
                                  : labels;
        const auto loss = backward(pictures.to(m_device.device), labels.to(m_device.device),
                                   others.to(m_device.device), batch.share);
        m_adam.step(learningRate);
        return loss.item<double>();
    } catch (const c10::Error& error) {
        if (!isOutOfMemory(error))
            throw;
    }
    // After the handler: what the failed step held is free now.
    return fail(outOfMemory(batch.size()));
}

/**
 * Loss of a batch, its gradients left in the parameters. A mixed batch has the same labels in another order,
 * so the two losses are means with the same sum of weights and may be added by their shares.
 */
torch::Tensor Learner::backward(const torch::Tensor& pictures, const torch::Tensor& labels,
                                const torch::Tensor& others, double share)
{
    m_adam.zeroGradients();
    const auto logits = m_model->forward(pictures);
    auto loss = weightedCrossEntropy(logits, labels, m_classWeights);
    if (share < 1)
        loss = share * loss + (1 - share) * weightedCrossEntropy(logits, others, m_classWeights);
    loss.backward();
    return loss.detach();
}

Error Learner::outOfMemory(std::size_t batch)
{
    const auto code = m_device.device.is_cpu() ? ErrorCode::OutOfMemory : ErrorCode::OutOfDeviceMemory;
    const auto fits = fittingBatch(static_cast<std::int64_t>(batch), [&](std::int64_t size) {
        const auto labels = torch::zeros({size}, torch::TensorOptions(torch::kLong).device(m_device.device));
        backward(torch::zeros({size, 3, m_crop, m_crop}, m_device.device), labels, labels, 1);
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
