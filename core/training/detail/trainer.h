#pragma once

#include "core/base/job.h"
#include "core/models/model_spec.h"
#include "core/training/detail/frozen_body.h"
#include "core/training/detail/learner.h"
#include "core/training/detail/pinned_memory.h"
#include "core/training/detail/run_checkpoints.h"
#include "core/training/picture_source.h"
#include "core/training/rate_search.h"
#include "core/training/training.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace nakama
{

/**
 * One run of training. Seeded: on the processor the same settings and pictures give the same weights to the
 * bit, whatever the number of loader threads, and a run that was stopped after any batch, or killed, and
 * resumed ends as one that was not; on the same machine, with the same number of cores.
 */
class Trainer
{
public:
    /**
     * form: what loader threads make of pictures; where it is left open, what suits the device. Errors:
     * InvalidArgument (settings, pictures, device), and those of reading weights.
     */
    static Result<std::unique_ptr<Trainer>> make(const TrainingConfig& config, const TrainingData& data,
                                                 const TrainingObserver& observer, JobContext& context,
                                                 std::optional<TileForm> form = std::nullopt);

    /** Errors as Engine::train has them. Throws c10::Error for what is not foreseen. */
    Result<TrainingResult> run();

    /**
     * Tries rising rates on the first batches and tells the loss with each; the trainer is of no use then,
     * but a new one trains as if this had not been. Errors: as run().
     */
    Result<RateSearch> findRate();

private:
    /** A batch on its way to the device. */
    struct FetchedBatch
    {
        BatchPlace place;
        std::vector<std::int64_t> labels;
        DeviceBatch batch;
    };
    /** What a device computes of a batch; undefined where that has too few pictures. */
    struct AskedLoss
    {
        torch::Tensor loss;
        std::vector<std::int64_t> labels;
    };

    Trainer(TrainingConfig config, const TrainingData& data, const TrainingObserver& observer,
            JobContext& context, ModelSpec spec, Learner learner, std::vector<double> classWeights,
            TileForm form);

    Result<void> start();
    Result<void> loadWeights();
    void keepBodyFeatures();
    Result<const Batch*> nextToTry(std::unique_ptr<Feed>& feed);
    Result<void> runEpochs();
    bool hasWaitedEnough(int epoch) const;
    Result<EpochRecord> runEpoch();
    Result<void> trainEpoch(EpochRecord& record);
    Result<FetchedBatch> fetch(Feed& feed, int number, int steps);
    Result<AskedLoss> ask(FetchedBatch fetched, int steps);
    Result<std::optional<double>> answerOf(const AskedLoss& asked, int steps);
    double rateAt(int batch, int steps) const;
    void tellProgress(int steps);
    Result<void> tellStep(const StepRecord& step);
    Result<std::unique_ptr<Feed>> trainingFeed();
    Result<EvaluationAnswer> predictValidation();
    Result<void> validate(EpochRecord& record);
    Result<void> keep(const EpochRecord& record);
    bool isWorthSaving() const;
    Result<void> savePosition();
    void rememberBest();
    Result<void> saveBestHead();
    Result<void> saveBest(WeightAverage* weights);
    Result<void> saved(const std::function<Result<void>()>& write);
    Result<void> logged(Result<void> entry);
    void noteBest(const EpochRecord& record);
    Result<void> logSkipped();
    void noteStop(const Error& error);

    TrainingConfig m_config;
    const TrainingObserver& m_observer;
    JobContext& m_context;
    ModelSpec m_spec;
    Learner m_learner;
    TileForm m_tileForm;
    PinnedMemory m_pinned;
    PictureSource m_train;
    PictureSource m_val;
    std::optional<FrozenBody> m_body; ///< whose features are kept, where only the head learns
    RunCheckpoints m_checkpoints;
    std::filesystem::path m_runFolder;
    std::filesystem::path m_featureFolder;
    bool m_resume;
    std::optional<RunLog> m_log;
    RunPosition m_position;
    std::optional<WeightAverage> m_bestHead; ///< on kept features: a copy, not written yet
    bool m_unsaved = false;                  ///< more was made than the last checkpoint has
    std::chrono::steady_clock::time_point m_lastSave = std::chrono::steady_clock::now();
    std::set<std::filesystem::path> m_skippedLogged;
    double m_bestMacro = 0;
    TrainingResult m_result;
};

} // namespace nakama
