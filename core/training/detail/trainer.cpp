#include "core/training/detail/trainer.h"

#include "core/evaluation/metrics.h"
#include "core/inference/detail/predict.h"
#include "core/inference/detail/torch_error.h"
#include "core/models/detail/freeze.h"
#include "core/training/detail/check_training.h"
#include "core/training/detail/fitting_batch.h"
#include "core/training/detail/keep_freed_memory.h"
#include "core/training/detail/weighted_loss.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <tuple>

namespace nakama
{

namespace
{

// Shrunk pictures kept in memory, so that later epochs need no disk: 5,000 pictures of a 224 px model, or
// 60,000 of a 64 px one.
constexpr std::size_t trainMemoryBytes = std::size_t{768} << 20;
constexpr std::size_t valMemoryBytes = std::size_t{256} << 20;

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/** By content, so that a run does not depend on the order in which its pictures were listed. */
std::vector<LabelledPicture> sorted(std::vector<LabelledPicture> pictures)
{
    std::ranges::stable_sort(pictures, {},
                             [](const LabelledPicture& p) { return std::tie(p.sha256, p.file); });
    return pictures;
}

std::vector<double> lossWeights(const TrainingConfig& config, const std::vector<LabelledPicture>& pictures)
{
    if (!config.classWeights)
        return std::vector<double>(config.classes.size(), 1.0);
    std::vector<std::int64_t> counts(config.classes.size(), 0);
    for (const auto& picture : pictures)
        ++counts[static_cast<std::size_t>(picture.label)];
    return classWeights(counts);
}

/** Evaluation leaves the model in its own mode, so every epoch starts with this. */
void startTraining(Backbone& model, FreezeMode freeze, const std::string& headKey)
{
    if (freeze == FreezeMode::Body)
        trainHeadOnly(model, headKey);
    else
        trainAll(model);
}

/** What the optimiser moves: everything, or the head alone. */
Adam::Parameters trainedParameters(Backbone& model, FreezeMode freeze, const std::string& headKey)
{
    startTraining(model, freeze, headKey);
    Adam::Parameters trained;
    for (const auto& item : model.named_parameters())
        if (item.value().requires_grad())
            trained.emplace_back(item.key(), item.value());
    return trained;
}

/** Dropout draws from LibTorch's own generator; keyed by epoch, so that a resumed run draws the same. */
void seedDropout(std::uint64_t seed, int epoch)
{
    RandomStream random(seed, RandomPurpose::Dropout, static_cast<std::uint64_t>(epoch));
    torch::manual_seed((std::uint64_t{random.next()} << 32) | random.next());
}

} // namespace

Result<std::unique_ptr<Trainer>> Trainer::make(const TrainingConfig& config, const TrainingData& data,
                                               const TrainingObserver& observer, JobContext& context)
{
    NAKAMA_TRY(auto spec, findModelSpec(config.model));
    NAKAMA_CHECK(checkTraining(config, data, spec));
    NAKAMA_TRY(auto device, chooseDevice(config.device));
    NAKAMA_TRY(auto model, makeBackbone(config.model, static_cast<int>(config.classes.size()), config.seed));
    model->to(device.device);
    return std::unique_ptr<Trainer>(
        new Trainer(config, data, observer, context, std::move(device), std::move(spec), std::move(model)));
}

Trainer::Trainer(TrainingConfig config, const TrainingData& data, const TrainingObserver& observer,
                 JobContext& context, ChosenDevice device, ModelSpec spec, std::shared_ptr<Backbone> model)
    : m_config(std::move(config)), m_observer(observer), m_context(context), m_device(std::move(device)),
      m_spec(std::move(spec)), m_model(std::move(model)),
      m_adam(trainedParameters(*m_model, m_config.freeze, m_spec.headKey)),
      m_train(sorted(data.train), m_config.preprocessing.resize, data.preparedFolder, trainMemoryBytes),
      m_val(sorted(data.val), m_config.preprocessing.resize, data.preparedFolder, valMemoryBytes),
      m_checkpoints(data.runFolder), m_runFolder(data.runFolder), m_resume(data.resume)
{
    m_result.device = m_device.title;
    m_result.classWeights = lossWeights(m_config, m_train.pictures());
    m_result.bestCheckpoint = m_checkpoints.best();
    m_result.lastCheckpoint = m_checkpoints.last();
    m_classWeights = torch::tensor(m_result.classWeights, torch::kFloat).to(m_device.device);
}

Result<TrainingResult> Trainer::run()
{
    useAllCores();
    const KeepFreedMemory keep;
    NAKAMA_TRY(const auto finished, start());
    const auto trained = runEpochs(finished);
    if (!trained) {
        const bool cancelled = trained.error().code == ErrorCode::Cancelled;
        const auto epochs = m_result.epochs.size();
        NAKAMA_CHECK(m_log->event("stopped", {{"finished_epochs", epochs},
                                              {"reason", cancelled ? "cancelled" : trained.error().text()}}));
        return fail(trained.error());
    }
    NAKAMA_CHECK(m_log->event("finished", {{"best_epoch", m_result.bestEpoch}}));
    return std::move(m_result);
}

/** Brings everything to the state before the first epoch to train; returns how many epochs are finished. */
Result<int> Trainer::start()
{
    int finished = 0;
    if (m_resume) {
        NAKAMA_TRY(finished, m_checkpoints.resume(*m_model, m_adam, m_config));
    } else {
        NAKAMA_CHECK(m_checkpoints.startAnew());
    }
    NAKAMA_TRY(m_log, RunLog::open(m_runFolder, finished));
    NAKAMA_CHECK(m_log->event("started", {{"model", m_config.model},
                                          {"device", m_device.title},
                                          {"finished_epochs", finished},
                                          {"epochs", m_config.epochs},
                                          {"train_pictures", m_train.pictures().size()},
                                          {"val_pictures", m_val.pictures().size()},
                                          {"class_weights", m_result.classWeights}}));
    if (finished == 0) {
        NAKAMA_CHECK(loadWeights());
        return 0;
    }
    NAKAMA_TRY(m_result.epochs, readEpochs(m_runFolder));
    for (const auto& record : m_result.epochs)
        noteBest(record);
    // Killed between saving the last checkpoint and the best one: they are the same then.
    if (m_result.bestEpoch == finished && m_checkpoints.bestEpoch() != finished)
        NAKAMA_CHECK(m_checkpoints.saveBest(*m_model, m_config, m_result.epochs.back()));
    return finished;
}

Result<void> Trainer::loadWeights()
{
    if (m_config.weights.empty())
        return {};
    NAKAMA_TRY(const auto state, readSafetensors(m_config.weights));
    NAKAMA_TRY(const auto report, loadStateDict(*m_model, state, m_spec.headKey));
    return m_log->event("weights", {{"file", m_config.weights.string()},
                                    {"loaded_tensors", report.matched.size()},
                                    {"replaced_head", report.replacedHead}});
}

Result<void> Trainer::runEpochs(int finished)
{
    for (int epoch = finished + 1; epoch <= m_config.epochs; ++epoch) {
        NAKAMA_TRY(const auto record, runEpoch(epoch));
        NAKAMA_CHECK(keep(record));
        if (m_observer.epoch)
            m_observer.epoch(record);
    }
    return {};
}

Result<EpochRecord> Trainer::runEpoch(int epoch)
{
    const auto start = std::chrono::steady_clock::now();
    EpochRecord record;
    record.epoch = epoch;
    NAKAMA_CHECK(trainEpoch(record));
    NAKAMA_CHECK(validate(record));
    NAKAMA_CHECK(logSkipped());
    record.seconds = secondsSince(start);
    return record;
}

Result<void> Trainer::trainEpoch(EpochRecord& record)
{
    const auto start = std::chrono::steady_clock::now();
    startTraining(*m_model, m_config.freeze, m_spec.headKey);
    seedDropout(m_config.seed, record.epoch);
    const auto epochKey = static_cast<std::uint64_t>(record.epoch);
    const auto plan = shuffled(static_cast<int>(m_train.pictures().size()), m_config.batchSize, m_config.seed,
                               record.epoch);
    const auto steps = static_cast<int>(plan.size());
    const auto tile = [&](const cv::Mat& shrunk, int position, float* out) {
        RandomStream random(m_config.seed, RandomPurpose::Augment, epochKey,
                            static_cast<std::uint64_t>(position));
        augmentInto(shrunk, m_config.preprocessing, m_config.augment, random, out);
    };
    BatchFeed feed(m_train, plan, m_config.preprocessing.crop, tile, m_config.loaderThreads);

    EpochLoss epochLoss(m_result.classWeights);
    std::size_t pictures = 0;
    record.learningRate = learningRateAt(record.epoch, 0, steps);
    for (int step = 0; step < steps; ++step) {
        m_context.progress(std::int64_t{record.epoch - 1} * steps + step,
                           std::int64_t{m_config.epochs} * steps, "training");
        NAKAMA_TRY(const Batch* batch, feed.next(m_context));
        if (batch->size() < 2)
            continue; // the others could not be read, and batch normalisation learns nothing from one picture
        NAKAMA_TRY(const double loss, trainStep(*batch, learningRateAt(record.epoch, step, steps)));
        if (!std::isfinite(loss))
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("the loss became {} in epoch {}, step {}: the training diverged; use a "
                                    "smaller learning rate than {}",
                                    loss, record.epoch, step + 1, m_config.learningRate));
        epochLoss.add(loss, batch->labels);
        pictures += batch->size();
        if (m_observer.step)
            m_observer.step({record.epoch, step + 1, steps, loss});
    }
    if (pictures == 0)
        return fail(nothingReadable("training", m_train.skipped()));
    const double seconds = secondsSince(start);
    record.trainLoss = epochLoss.mean();
    record.imagesPerSecond = static_cast<double>(pictures) / seconds;
    record.dataWaitShare = feed.waitedSeconds() / seconds;
    return {};
}

Result<double> Trainer::trainStep(const Batch& batch, double learningRate)
{
    try {
        const auto count = static_cast<std::int64_t>(batch.size());
        const auto side = m_config.preprocessing.crop;
        // LibTorch only reads what from_blob() wraps here.
        const auto pictures =
            torch::from_blob(const_cast<float*>(batch.pixels.data()), {count, 3, side, side});
        const auto labels =
            torch::from_blob(const_cast<std::int64_t*>(batch.labels.data()), {count}, torch::kLong);
        const auto loss = backward(pictures.to(m_device.device), labels.to(m_device.device));
        m_adam.step(learningRate);
        return loss.item<double>();
    } catch (const c10::Error& error) {
        if (!isOutOfMemory(error))
            throw;
    }
    // After the handler: what the failed step held is free now.
    return fail(outOfMemory(batch.size()));
}

/** Loss of a batch, its gradients left in the parameters. */
torch::Tensor Trainer::backward(const torch::Tensor& pictures, const torch::Tensor& labels)
{
    m_adam.zeroGradients();
    auto loss = weightedCrossEntropy(m_model->forward(pictures), labels, m_classWeights);
    loss.backward();
    return loss.detach();
}

Error Trainer::outOfMemory(std::size_t batch)
{
    const auto code = m_device.device.is_cpu() ? ErrorCode::OutOfMemory : ErrorCode::OutOfDeviceMemory;
    const auto side = m_config.preprocessing.crop;
    const auto fits = fittingBatch(static_cast<std::int64_t>(batch), [&](std::int64_t size) {
        backward(torch::zeros({size, 3, side, side}, m_device.device),
                 torch::zeros({size}, torch::TensorOptions(torch::kLong).device(m_device.device)));
    });
    if (fits > 0)
        return {code,
                fmt::format("{} has no memory for a batch of {} pictures; a batch of {} fits", m_device.title,
                            batch, fits),
                {}};
    return {
        code,
        fmt::format("{} has no memory even for a batch of 2 pictures; use a smaller input size or model, or "
                    "end what else runs on it",
                    m_device.title),
        {}};
}

Result<void> Trainer::validate(EpochRecord& record)
{
    Predictor predictor(m_model, m_config.preprocessing, m_device.device, m_config.batchSize);
    NAKAMA_TRY(const auto answer, predictPictures(predictor, m_val, m_config.preprocessing, m_config.classes,
                                                  m_config.loaderThreads, m_context));
    NAKAMA_TRY(const auto metrics, computeMetrics(answer.table));
    record.valLoss = metrics.loss;
    record.val = metrics.f1;
    for (const auto& of : metrics.perClass)
        record.valF1PerClass.push_back(of.f1);
    return {};
}

/** The row first: a row without checkpoint is dropped when the run is resumed, the other way round it is
 * lost. */
Result<void> Trainer::keep(const EpochRecord& record)
{
    m_result.epochs.push_back(record);
    noteBest(record);
    const bool best = m_result.bestEpoch == record.epoch;
    NAKAMA_CHECK(m_log->epoch(record));
    NAKAMA_CHECK(m_checkpoints.saveLast(*m_model, m_adam, m_config, record));
    if (best)
        NAKAMA_CHECK(m_checkpoints.saveBest(*m_model, m_config, record));
    return m_log->event("checkpoint", {{"epoch", record.epoch}, {"best", best}});
}

void Trainer::noteBest(const EpochRecord& record)
{
    if (m_result.bestEpoch == 0 || record.val.macro > m_bestMacro) {
        m_result.bestEpoch = record.epoch;
        m_bestMacro = record.val.macro;
    }
}

Result<void> Trainer::logSkipped()
{
    m_result.skipped = m_train.skipped();
    std::ranges::copy(m_val.skipped(), std::back_inserter(m_result.skipped));
    for (const auto& picture : m_result.skipped)
        if (m_skippedLogged.insert(picture.file).second)
            NAKAMA_CHECK(m_log->event("skipped picture",
                                      {{"file", picture.file.string()}, {"reason", picture.reason}}));
    return {};
}

double Trainer::learningRateAt(int epoch, int step, int steps) const
{
    if (!m_config.cosineSchedule)
        return m_config.learningRate;
    const double done = (epoch - 1 + static_cast<double>(step) / steps) / m_config.epochs;
    return m_config.learningRate * 0.5 * (1 + std::cos(std::numbers::pi * done));
}

} // namespace nakama
