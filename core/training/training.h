#pragma once

#include "core/augment/augment.h"
#include "core/evaluation/predictions.h"
#include "core/imaging/preprocessing.h"
#include "core/models/load_report.h"
#include "core/training/compute.h"
#include "core/training/learning.h"
#include "core/training/run_log.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace nakama
{

/** A labelled picture, as training and evaluation see it: no workspace, no Qt. */
struct LabelledPicture
{
    std::filesystem::path file; ///< the original
    std::string sha256;
    std::string name; ///< shown to people
    int label = -1;
};

enum class FreezeMode { None, Body };

/** The settings of a run: with the pictures, its complete description. */
struct TrainingConfig
{
    std::string model = "resnet18";
    std::vector<std::string> classes;
    Preprocessing preprocessing;
    AugmentParams augment;
    std::filesystem::path weights; ///< a weight file to start from; empty: from scratch
    FreezeMode freeze = FreezeMode::None;
    int views =
        8; ///< of each picture, whose features are kept while the body is frozen; 0: new ones an epoch
    int epochs = 30;
    int batchSize = 32; ///< Engine::estimateTraining() finds one where it is 0
    LearningParams learning;
    ComputeParams compute;
    std::string device = "auto"; ///< auto, cpu, cuda:N
    int loaderThreads = 0;       ///< 0: as many as the machine has cores, at most 8
    int pictureMemoryMb = 1024;  ///< shrunk pictures kept in memory, so that later epochs need no disk
    /** In long epochs a checkpoint is written so often; a process that is killed loses no more than that. */
    double checkpointMinutes = 5;
    std::uint64_t seed = 1;
};

void to_json(nlohmann::json& json, const TrainingConfig& config);
void from_json(const nlohmann::json& json, TrainingConfig& config);

/** What training needs beside its settings. */
struct TrainingData
{
    std::vector<LabelledPicture> train;
    std::vector<LabelledPicture> val;
    std::filesystem::path preparedFolder; ///< root of the PreparedStore
    std::filesystem::path featureFolder;  ///< keeps what frozen bodies say of pictures; empty: nowhere
    std::filesystem::path runFolder;      ///< gets metrics.csv, events.jsonl, checkpoints/
    bool resume = false;                  ///< go on from checkpoints/last
};

/** Called on the training thread; must return quickly. */
struct TrainingObserver
{
    std::function<void(const LoadReport&)> weights; ///< once, where the run starts from a weight file
    std::function<void(const StepRecord&)> step;
    std::function<void(const EpochRecord&)> epoch;
};

struct SkippedPicture
{
    std::filesystem::path file;
    std::string reason;
};

struct TrainingResult
{
    std::string device; ///< "cpu", or "cuda:0 (name)"
    std::vector<EpochRecord> epochs;
    int bestEpoch = 0; ///< largest macro-F1 on val, the earlier of equals
    std::vector<double> classWeights;
    std::filesystem::path bestCheckpoint;
    std::filesystem::path lastCheckpoint;
    std::vector<SkippedPicture> skipped; ///< unreadable pictures, each named once
};

/** How many of the pictures have each of so many labels. */
std::vector<std::int64_t> picturesPerClass(const std::vector<LabelledPicture>& pictures, std::size_t classes);

/**
 * Class weights for a class-weighted loss: w_k = (1/n_k) / Σ_j(1/n_j) · K over the classes that occur; a
 * class without pictures gets 0.
 */
std::vector<double> classWeights(const std::vector<std::int64_t>& counts);

} // namespace nakama
