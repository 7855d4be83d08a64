#pragma once

#include "core/evaluation/metrics.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

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
};

void to_json(nlohmann::json& json, const EpochRecord& record);
void from_json(const nlohmann::json& json, EpochRecord& record);

/**
 * A run's own record on disk, written while it runs: metrics.csv (one row an epoch) and events.jsonl (one
 * object a line: started, epoch, checkpoint, skipped picture, stopped, finished). A line is flushed when
 * written, so a killed run keeps all it had; a resumed run continues both files after dropping rows past its
 * checkpoint.
 */
class RunLog
{
public:
    /** Opens the log in a run's folder, keeping the epochs up to keepEpochs (0 starts anew). */
    static Result<RunLog> open(const std::filesystem::path& runFolder, int keepEpochs);

    Result<void> epoch(const EpochRecord& record);
    Result<void> event(const std::string& kind, const nlohmann::json& details);

private:
    explicit RunLog(std::filesystem::path folder);
    std::filesystem::path m_folder;
};

/** The epochs that a run's folder holds; a torn last line is ignored. */
Result<std::vector<EpochRecord>> readEpochs(const std::filesystem::path& runFolder);

} // namespace nakama
