#pragma once

#include "core/evaluation/metrics.h"
#include "core/training/tensorboard_log.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace nakama
{

/** What one batch gave. */
struct StepRecord
{
    int epoch = 0; ///< from 1
    int step = 0;  ///< of the epoch, from 1
    int steps = 0;
    double loss = 0;
    double learningRate = 0;
};

/** What one epoch gave; one row of metrics.csv. */
struct EpochRecord
{
    int epoch = 0; ///< from 1
    double trainLoss = 0;
    double valLoss = 0;
    F1Scores val;
    std::vector<double> valF1PerClass;
    double learningRate = 0;
    double seconds = 0;
    double imagesPerSecond = 0;
    double dataWaitShare = 0; ///< share of the training time spent waiting for pictures
    /** The most that training took of the GPU, or what the process holds of the machine's memory. */
    std::uint64_t deviceMemoryBytes = 0;
};

void to_json(nlohmann::json& json, const EpochRecord& record);
void from_json(const nlohmann::json& json, EpochRecord& record);

/**
 * A run's own record on disk, written while it runs: metrics.csv (one row an epoch) and events.jsonl (one
 * object a line: started, epoch, checkpoint, skipped picture, stopped, finished). A line is flushed when
 * written, so a killed run keeps all it had; a resumed run continues both files after dropping rows past its
 * checkpoint. The same numbers go to tensorboard/, with loss and learning rate of every few batches.
 */
class RunLog
{
public:
    /** Opens the log in a run's folder, keeping the epochs up to keepEpochs (0 starts anew). */
    static Result<RunLog> open(const std::filesystem::path& runFolder, int keepEpochs);

    // On DiskFull what could not be written is kept, and written by flush() or before the next entry.
    Result<void> step(const StepRecord& record);
    Result<void> epoch(const EpochRecord& record);
    Result<void> event(const std::string& kind, const nlohmann::json& details);
    Result<void> flush();

private:
    explicit RunLog(std::filesystem::path folder);
    Result<void> write(std::function<Result<void>()> entry);

    std::filesystem::path m_folder;
    TensorBoardLog m_tensorBoard;
    std::int64_t m_batches = 0; ///< of the run, as of the last step
    double m_lossSum = 0;       ///< of the batches since a loss was written
    int m_losses = 0;
    std::deque<std::function<Result<void>()>>
        m_pending; ///< entries of this object, so it is moved only while empty
};

/** The epochs that a run's folder holds; a torn last line is ignored. */
Result<std::vector<EpochRecord>> readEpochs(const std::filesystem::path& runFolder);

} // namespace nakama
