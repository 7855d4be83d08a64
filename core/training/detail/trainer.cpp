#include "core/training/detail/trainer.h"

#include "core/evaluation/metrics.h"
#include "core/inference/detail/predict.h"
#include "core/models/detail/load_weights.h"
#include "core/training/detail/check_training.h"
#include "core/training/detail/compute_on.h"
#include "core/training/detail/keep_freed_memory.h"
#include "core/training/patient_write.h"
#include "core/training/worst_pictures.h"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <tuple>

namespace nakama
{

namespace
{

constexpr std::size_t worstShown = 24;
constexpr double keptFeaturesSaveSeconds = 60;

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
    const auto counts = picturesPerClass(pictures, config.classes.size());
    return classWeights(drawsPerClass(counts, config.learning.balance));
}

} // namespace

Result<std::unique_ptr<Trainer>> Trainer::make(const TrainingConfig& wanted, const TrainingData& data,
                                               const TrainingObserver& observer, JobContext& context,
                                               std::optional<TileForm> form)
{
    NAKAMA_TRY(auto spec, findModelSpec(wanted.model));
    NAKAMA_CHECK(checkTraining(wanted, data, spec));
    NAKAMA_TRY(auto device, chooseDevice(wanted.device));
    auto config = wanted;
    NAKAMA_TRY(config.compute, computeOn(wanted, spec, device));
    NAKAMA_TRY(auto model, makeBackbone(config.model, static_cast<int>(config.classes.size()), config.seed));
    model->to(device.device);
    const auto tiles = form.value_or(tileFormFor(device.device));
    auto weights = lossWeights(config, data.train);
    Learner learner(std::move(model), config, spec.headKey, std::move(device), weights);
    return std::unique_ptr<Trainer>(new Trainer(config, data, observer, context, std::move(spec),
                                                std::move(learner), std::move(weights), tiles));
}

Trainer::Trainer(TrainingConfig config, const TrainingData& data, const TrainingObserver& observer,
                 JobContext& context, ModelSpec spec, Learner learner, std::vector<double> classWeights,
                 TileForm form)
    : m_config(std::move(config)), m_observer(observer), m_context(context), m_spec(std::move(spec)),
      m_learner(std::move(learner)), m_tileForm(form),
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
    NAKAMA_CHECK(start());
    auto trained = runEpochs();
    const bool stopped =
        !trained && trained.error().code == ErrorCode::Cancelled && !m_context.cancelledNow();
    if (m_unsaved && (trained || stopped))
        if (auto saved = savePosition(); !saved && (trained || saved.error().code != ErrorCode::Cancelled))
            trained = saved;
    if (!trained) {
        noteStop(trained.error());
        return fail(trained.error());
    }
    NAKAMA_CHECK(logged(m_log->event("finished", {{"best_epoch", m_result.bestEpoch}})));
    return std::move(m_result);
}

/** A log that cannot be written must not hide why the run ended. */
void Trainer::noteStop(const Error& error)
{
    const bool cancelled = error.code == ErrorCode::Cancelled;
    const auto noted = m_log->event("stopped", {{"finished_epochs", m_result.epochs.size()},
                                                {"batch", m_position.batch},
                                                {"kept", !m_unsaved},
                                                {"reason", cancelled ? "cancelled" : error.text()}});
    if (!noted)
        spdlog::warn("the end of the run could not be logged: {}", noted.error().text());
}

/** Brings everything to the state before the first batch to learn from. */
Result<void> Trainer::start()
{
    if (m_resume) {
        NAKAMA_TRY(m_position, m_checkpoints.resume(m_learner, m_config));
    } else {
        NAKAMA_CHECK(m_checkpoints.startAnew());
    }
    const int finished = m_position.epoch - 1;
    NAKAMA_TRY(m_log, RunLog::open(m_runFolder, finished));
    NAKAMA_CHECK(logged(m_log->event("started", {{"model", m_config.model},
                                                 {"device", m_result.device},
                                                 {"finished_epochs", finished},
                                                 {"batch", m_position.batch},
                                                 {"epochs", m_config.epochs},
                                                 {"train_pictures", m_train.pictures().size()},
                                                 {"val_pictures", m_val.pictures().size()},
                                                 {"class_weights", m_result.classWeights}})));
    if (m_position.isStart())
        NAKAMA_CHECK(loadWeights());
    keepBodyFeatures();
    if (finished == 0)
        return {};
    NAKAMA_TRY(m_result.epochs, readEpochs(m_runFolder));
    for (const auto& record : m_result.epochs)
        noteBest(record);
    // Killed between saving the last checkpoint and the best one: they are the same then.
    if (m_position.batch == 0 && m_result.bestEpoch == finished && m_checkpoints.bestEpoch() != finished)
        NAKAMA_CHECK(saveBest(m_learner.average()));
    return {};
}

/** Needs the weights that the run begins with or goes on from. */
void Trainer::keepBodyFeatures()
{
    if (!m_featureFolder.empty() && m_learner.isHeadOnly(m_position.epoch))
        m_body.emplace(m_learner.model(), m_spec.headKey, m_config, m_learner.device().device,
                       m_featureFolder);
}

Result<void> Trainer::loadWeights()
{
    if (m_config.weights.empty())
        return {};
    NAKAMA_TRY(const auto report, nakama::loadWeights(*m_learner.model(), m_spec, m_config.weights));
    if (m_observer.weights)
        m_observer.weights(report);
    if (!m_log)
        return {}; // a search for a rate leaves no trace
    nlohmann::json event = report;
    event["file"] = m_config.weights.string();
    event["matched"] = report.matched.size(); // hundreds of names, all of them the model's own
    return logged(m_log->event("weights", event));
}

Result<void> Trainer::runEpochs()
{
    while (m_position.epoch <= m_config.epochs) {
        const int finished = m_position.epoch - 1;
        if (m_position.batch == 0 && hasWaitedEnough(finished))
            return logged(
                m_log->event("early stop", {{"epoch", finished}, {"best_epoch", m_result.bestEpoch}}));
        NAKAMA_TRY(const auto record, runEpoch());
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

Result<EpochRecord> Trainer::runEpoch()
{
    EpochRecord record;
    record.epoch = m_position.epoch;
    NAKAMA_CHECK(trainEpoch(record));
    const auto trained = std::chrono::steady_clock::now();
    NAKAMA_CHECK(validate(record));
    NAKAMA_CHECK(logSkipped());
    record.seconds = m_position.seconds + secondsSince(trained);
    return record;
}

Result<EvaluationAnswer> Trainer::predictValidation()
{
    if (m_body)
        return m_body->predict(m_val, m_context);
    Predictor predictor(m_learner.model(), m_config.preprocessing, m_learner.device().device,
                        {.deviceBlock = m_config.batchSize});
    return predictPictures(predictor, m_val, m_config.preprocessing, m_config.classes, m_config.loaderThreads,
                           m_context);
}

Result<void> Trainer::validate(EpochRecord& record)
{
    const UseAverage average(m_learner.average());
    NAKAMA_TRY(const auto answer, predictValidation());
    NAKAMA_TRY(const auto metrics, computeMetrics(answer.table));
    record.valLoss = metrics.loss;
    record.val = metrics.f1;
    for (const auto& of : metrics.perClass)
        record.valF1PerClass.push_back(of.f1);
    return saved([&] {
        return writeWorstPictures(m_runFolder, {record.epoch, worstPictures(answer.table, worstShown)});
    });
}

/** The row first: a row without checkpoint is dropped when the run is resumed, the other way round it is
 * lost. */
Result<void> Trainer::keep(const EpochRecord& record)
{
    m_result.epochs.push_back(record);
    noteBest(record);
    const bool best = m_result.bestEpoch == record.epoch;
    NAKAMA_CHECK(logged(m_log->epoch(record)));
    m_position = RunPosition();
    m_position.epoch = record.epoch + 1;
    m_unsaved = true;
    if (best && m_body)
        rememberBest();
    if (!isWorthSaving())
        return {};
    NAKAMA_CHECK(savePosition());
    if (best && !m_body)
        NAKAMA_CHECK(saveBest(m_learner.average()));
    return logged(m_log->event("checkpoint", {{"epoch", record.epoch}, {"best", best}}));
}

/** On kept features an epoch is over long before the whole model is written, and as quickly made again. */
bool Trainer::isWorthSaving() const
{
    return !m_body || !m_learner.isHeadOnly(m_position.epoch) ||
           secondsSince(m_lastSave) > keptFeaturesSaveSeconds;
}

/** The head of the model that is the best one now, until it is written. */
void Trainer::rememberBest()
{
    const UseAverage average(m_learner.average());
    m_bestHead.emplace(0.0);
    m_bestHead->follow(*m_learner.model());
}

Result<void> Trainer::savePosition()
{
    const auto record = m_result.epochs.empty() ? EpochRecord{} : m_result.epochs.back();
    // The best first: where the run goes on from behind it, it would not be made again. But what the last one
    // holds itself is found there.
    const bool lastIsBest = m_position.batch == 0 && m_result.bestEpoch == record.epoch;
    if (!lastIsBest)
        NAKAMA_CHECK(saveBestHead());
    NAKAMA_CHECK(saved([&] { return m_checkpoints.saveLast(m_learner, m_config, record, m_position); }));
    NAKAMA_CHECK(saveBestHead());
    m_unsaved = false;
    m_lastSave = std::chrono::steady_clock::now();
    return {};
}

Result<void> Trainer::saveBestHead()
{
    if (!m_bestHead)
        return {};
    NAKAMA_CHECK(saveBest(&*m_bestHead));
    m_bestHead.reset();
    return {};
}

/** weights: to write in place of the model's; null: these. */
Result<void> Trainer::saveBest(WeightAverage* weights)
{
    const auto record = std::ranges::find(m_result.epochs, m_result.bestEpoch, &EpochRecord::epoch);
    const UseAverage best(weights);
    return saved([&] { return m_checkpoints.saveBest(*m_learner.model(), m_config, *record); });
}

/** What is written is at most a checkpoint; where the disk is full, the run waits. */
Result<void> Trainer::saved(const std::function<Result<void>()>& write)
{
    return writePatiently(m_runFolder, RunCheckpoints::bytesOf(m_learner), m_context, write);
}

/** The outcome of an entry of the log; where the disk is full, the run waits. */
Result<void> Trainer::logged(Result<void> entry)
{
    if (entry || entry.error().code != ErrorCode::DiskFull)
        return entry;
    return writePatiently(m_runFolder, 0, m_context, [this] { return m_log->flush(); });
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
            NAKAMA_CHECK(logged(m_log->event("skipped picture",
                                             {{"file", picture.file.string()}, {"reason", picture.reason}})));
    return {};
}

} // namespace nakama
