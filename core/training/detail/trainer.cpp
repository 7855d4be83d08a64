#include "core/training/detail/trainer.h"

#include "core/evaluation/metrics.h"
#include "core/inference/detail/predict.h"
#include "core/models/detail/load_weights.h"
#include "core/training/detail/check_training.h"
#include "core/training/detail/keep_freed_memory.h"
#include "core/training/detail/weighted_loss.h"
#include "core/training/epoch_feed.h"
#include "core/training/worst_pictures.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <tuple>

namespace nakama
{

namespace
{

constexpr std::size_t worstShown = 24;

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

/** The part of the memory for pictures that a set gets, by its number of pictures. */
std::size_t memoryShare(const TrainingConfig& config, const TrainingData& data, std::size_t pictures)
{
    const auto megabytes =
        static_cast<std::size_t>(config.pictureMemoryMb) * pictures / (data.train.size() + data.val.size());
    return megabytes << 20;
}

/** Mixed pictures are new in every epoch, and so are their features. */
bool keepsFeatures(const TrainingConfig& config, const TrainingData& data)
{
    const bool headAlone = config.freeze == FreezeMode::Body || config.learning.headEpochs > 0;
    return headAlone && config.views > 0 && !config.augment.mixing.enabled() && !data.featureFolder.empty();
}

std::vector<double> lossWeights(const TrainingConfig& config, const std::vector<LabelledPicture>& pictures)
{
    if (!config.learning.classWeights)
        return std::vector<double>(config.classes.size(), 1.0);
    std::vector<std::int64_t> counts(config.classes.size(), 0);
    for (const auto& picture : pictures)
        ++counts[static_cast<std::size_t>(picture.label)];
    return classWeights(counts);
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
    auto weights = lossWeights(config, data.train);
    Learner learner(std::move(model), config, spec.headKey, std::move(device), weights);
    return std::unique_ptr<Trainer>(new Trainer(config, data, observer, context, std::move(spec),
                                                std::move(learner), std::move(weights)));
}

Trainer::Trainer(TrainingConfig config, const TrainingData& data, const TrainingObserver& observer,
                 JobContext& context, ModelSpec spec, Learner learner, std::vector<double> classWeights)
    : m_config(std::move(config)), m_observer(observer), m_context(context), m_spec(std::move(spec)),
      m_learner(std::move(learner)),
      m_train(sorted(data.train), m_config.preprocessing.resize, data.preparedFolder,
              memoryShare(m_config, data, data.train.size())),
      m_val(sorted(data.val), m_config.preprocessing.resize, data.preparedFolder,
            memoryShare(m_config, data, data.val.size())),
      m_checkpoints(data.runFolder), m_runFolder(data.runFolder), m_resume(data.resume)
{
    if (keepsFeatures(m_config, data))
        m_featureFolder = data.featureFolder;
    m_result.device = m_learner.device().title;
    m_result.classWeights = std::move(classWeights);
    m_result.bestCheckpoint = m_checkpoints.best();
    m_result.lastCheckpoint = m_checkpoints.last();
}

Result<TrainingResult> Trainer::run()
{
    useAllCores();
    const KeepFreedMemory keep;
    NAKAMA_TRY(const auto finished, start());
    const auto trained = runEpochs(finished);
    if (!trained) {
        noteStop(trained.error());
        return fail(trained.error());
    }
    NAKAMA_CHECK(m_log->event("finished", {{"best_epoch", m_result.bestEpoch}}));
    return std::move(m_result);
}

/** A log that cannot be written must not hide why the run ended. */
void Trainer::noteStop(const Error& error)
{
    const bool cancelled = error.code == ErrorCode::Cancelled;
    const auto noted = m_log->event("stopped", {{"finished_epochs", m_result.epochs.size()},
                                                {"reason", cancelled ? "cancelled" : error.text()}});
    if (!noted)
        spdlog::warn("the end of the run could not be logged: {}", noted.error().text());
}

/** Brings everything to the state before the first epoch to train; returns how many epochs are finished. */
Result<int> Trainer::start()
{
    int finished = 0;
    if (m_resume) {
        NAKAMA_TRY(finished, m_checkpoints.resume(m_learner, m_config));
    } else {
        NAKAMA_CHECK(m_checkpoints.startAnew());
    }
    NAKAMA_TRY(m_log, RunLog::open(m_runFolder, finished));
    NAKAMA_CHECK(m_log->event("started", {{"model", m_config.model},
                                          {"device", m_result.device},
                                          {"finished_epochs", finished},
                                          {"epochs", m_config.epochs},
                                          {"train_pictures", m_train.pictures().size()},
                                          {"val_pictures", m_val.pictures().size()},
                                          {"class_weights", m_result.classWeights}}));
    if (finished == 0)
        NAKAMA_CHECK(loadWeights());
    if (!m_featureFolder.empty() && m_learner.isHeadOnly(finished + 1))
        m_body.emplace(m_learner.model(), m_spec.headKey, m_config, m_learner.device().device,
                       m_featureFolder);
    if (finished == 0)
        return 0;
    NAKAMA_TRY(m_result.epochs, readEpochs(m_runFolder));
    for (const auto& record : m_result.epochs)
        noteBest(record);
    // Killed between saving the last checkpoint and the best one: they are the same then.
    if (m_result.bestEpoch == finished && m_checkpoints.bestEpoch() != finished)
        NAKAMA_CHECK(m_checkpoints.saveBest(*m_learner.model(), m_config, m_result.epochs.back()));
    return finished;
}

Result<void> Trainer::loadWeights()
{
    if (m_config.weights.empty())
        return {};
    NAKAMA_TRY(const auto report, nakama::loadWeights(*m_learner.model(), m_spec, m_config.weights));
    if (m_observer.weights)
        m_observer.weights(report);
    nlohmann::json event = report;
    event["file"] = m_config.weights.string();
    event["matched"] = report.matched.size(); // hundreds of names, all of them the model's own
    return m_log->event("weights", event);
}

Result<void> Trainer::runEpochs(int finished)
{
    for (int epoch = finished + 1; epoch <= m_config.epochs; ++epoch) {
        if (hasWaitedEnough(epoch - 1))
            return m_log->event("early stop", {{"epoch", epoch - 1}, {"best_epoch", m_result.bestEpoch}});
        NAKAMA_TRY(const auto record, runEpoch(epoch));
        NAKAMA_CHECK(keep(record));
        if (m_observer.epoch)
            m_observer.epoch(record);
    }
    return {};
}

/** The head alone says little of what the whole net will do, so the count begins with the whole net. */
bool Trainer::hasWaitedEnough(int epoch) const
{
    const int patience = m_config.learning.patience;
    const int headEpochs = m_config.freeze == FreezeMode::Body ? 0 : m_config.learning.headEpochs;
    return patience > 0 && epoch - std::max(m_result.bestEpoch, headEpochs) >= patience;
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
    NAKAMA_TRY(const auto feed, trainingFeed(record.epoch));
    m_learner.startEpoch(record.epoch); // the feed may have used the model for answering
    const auto steps = static_cast<int>(feed->batches());
    EpochLoss epochLoss(m_result.classWeights);
    std::size_t pictures = 0;
    record.learningRate = learningRateAt(m_config.learning, record.epoch, m_config.epochs, 0, steps);
    const auto progressAt = [&](int step) {
        m_context.progress(std::int64_t{record.epoch - 1} * steps + step,
                           std::int64_t{m_config.epochs} * steps, "training");
    };
    for (int step = 0; step < steps; ++step) {
        progressAt(step);
        NAKAMA_TRY(const Batch* batch, feed->next(m_context));
        if (batch->size() < 2)
            continue; // the others could not be read, and batch normalisation learns nothing from one picture
        const double rate = learningRateAt(m_config.learning, record.epoch, m_config.epochs, step, steps);
        NAKAMA_TRY(const double loss,
                   m_learner.learn(*batch, rate, step + 1 == steps ? EpochEnd::Yes : EpochEnd::No));
        if (!std::isfinite(loss))
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("the loss became {} in epoch {}, step {}: the training diverged; use a "
                                    "smaller learning rate than {}",
                                    loss, record.epoch, step + 1, m_config.learning.rate));
        epochLoss.add(loss, batch->labels);
        pictures += batch->size();
        const StepRecord made{record.epoch, step + 1, steps, loss};
        NAKAMA_CHECK(m_log->step(made));
        if (m_observer.step)
            m_observer.step(made);
    }
    progressAt(steps);
    if (pictures == 0)
        return fail(nothingReadable("training", m_train.skipped()));
    const double seconds = secondsSince(start);
    record.trainLoss = epochLoss.mean();
    record.imagesPerSecond = static_cast<double>(pictures) / seconds;
    record.dataWaitShare = feed->waitedSeconds() / seconds;
    return {};
}

Result<std::unique_ptr<Feed>> Trainer::trainingFeed(int epoch)
{
    if (m_body && m_learner.isHeadOnly(epoch))
        return m_body->epochFeed(m_train, epoch, m_context);
    m_body.reset(); // from now on the body learns too
    auto* const memory = m_learner.device().device.is_cuda() ? &m_pinned : std::pmr::get_default_resource();
    return epochFeed(m_train, m_config, epoch, memory);
}

Result<EvaluationAnswer> Trainer::predictValidation()
{
    if (m_body)
        return m_body->predict(m_val, m_context);
    Predictor predictor(m_learner.model(), m_config.preprocessing, m_learner.device().device,
                        m_config.batchSize);
    return predictPictures(predictor, m_val, m_config.preprocessing, m_config.classes, m_config.loaderThreads,
                           m_context);
}

Result<void> Trainer::validate(EpochRecord& record)
{
    NAKAMA_TRY(const auto answer, predictValidation());
    NAKAMA_TRY(const auto metrics, computeMetrics(answer.table));
    record.valLoss = metrics.loss;
    record.val = metrics.f1;
    for (const auto& of : metrics.perClass)
        record.valF1PerClass.push_back(of.f1);
    return writeWorstPictures(m_runFolder, {record.epoch, worstPictures(answer.table, worstShown)});
}

/** The row first: a row without checkpoint is dropped when the run is resumed, the other way round it is
 * lost. */
Result<void> Trainer::keep(const EpochRecord& record)
{
    m_result.epochs.push_back(record);
    noteBest(record);
    const bool best = m_result.bestEpoch == record.epoch;
    NAKAMA_CHECK(m_log->epoch(record));
    NAKAMA_CHECK(m_checkpoints.saveLast(*m_learner.model(), m_learner.optimiser(), m_config, record));
    if (best)
        NAKAMA_CHECK(m_checkpoints.saveBest(*m_learner.model(), m_config, record));
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

} // namespace nakama
