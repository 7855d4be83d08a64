#pragma once

#include "core/base/job.h"
#include "core/evaluation/predictions.h"
#include "core/imaging/preprocessing.h"
#include "core/training/training.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace nakama
{

/** A device that can train. */
struct DeviceInfo {
    std::string id;   ///< "cpu", "cuda:0"
    std::string name; ///< what a person reads
    std::uint64_t memoryBytes = 0;
};

/** An architecture that can be trained. */
struct ModelInfo {
    std::string id;    ///< "resnet18"
    std::string title; ///< "ResNet-18"
    std::string summary; ///< one sentence: what it is good for
    Preprocessing preprocessing;
    std::int64_t parameters = 0; ///< with a head for 1000 classes
    int minimumInput = 32;
};

/** What a checkpoint says of itself. */
struct CheckpointInfo {
    std::string model;
    std::vector<std::string> classes;
    Preprocessing preprocessing;
    int epoch = 0;
};

/** A trained model, ready to answer. Not thread-safe: one caller at a time. */
class Classifier
{
public:
    virtual ~Classifier() = default;
    virtual const CheckpointInfo& info() const = 0;
    /** Logits of a decoded RGB picture, after the checkpoint's own preprocessing. */
    virtual Result<std::vector<float>> logits(const cv::Mat& rgb) = 0;
};

/** What evaluation needs. */
struct EvaluationRequest {
    std::filesystem::path checkpoint;
    std::vector<LabelledPicture> pictures;
    std::filesystem::path preparedFolder; ///< may be empty: originals are shrunk on the way
    std::string device = "auto";
    int batchSize = 32;
    int loaderThreads = 0;
};

struct EvaluationAnswer {
    PredictionTable table;
    std::vector<SkippedPicture> skipped;
};

/**
 * Everything that needs LibTorch, behind an interface without it: loaded at run time from a shared library, so
 * that the window is on the screen before LibTorch is in memory. All calls block; use them from jobs.
 */
class Engine
{
public:
    virtual ~Engine() = default;

    virtual std::string libraryVersion() const = 0; ///< "LibTorch 1.13.1"
    virtual std::vector<DeviceInfo> devices() const = 0;
    virtual std::vector<ModelInfo> models() const = 0;

    /**
     * Trains by config on data. Checkpoints and logs are written while it runs; on Cancelled they are complete
     * up to the last finished epoch. Errors: InvalidArgument (unknown model, size, device), Cancelled, DiskFull,
     * OutOfDeviceMemory (names a batch that would fit), CorruptData (weight file).
     */
    virtual Result<TrainingResult> train(const TrainingConfig& config, const TrainingData& data,
                                         const TrainingObserver& observer, JobContext& context) = 0;

    /** Logits of a list of pictures. Unreadable pictures are skipped and named. */
    virtual Result<EvaluationAnswer> evaluate(const EvaluationRequest& request, JobContext& context) = 0;

    /** Errors: NotFound, CorruptData, Unsupported. */
    virtual Result<std::unique_ptr<Classifier>> loadClassifier(const std::filesystem::path& checkpoint,
                                                               const std::string& device) = 0;
};

} // namespace nakama
