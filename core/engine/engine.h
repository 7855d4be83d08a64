#pragma once

#include "core/base/job.h"
#include "core/imaging/test_views.h"
#include "core/inference/features.h"
#include "core/inference/inference.h"
#include "core/models/load_report.h"
#include "core/training/rate_search.h"
#include "core/training/training.h"
#include "core/training/training_estimate.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace nakama
{

/** An architecture that can be trained. */
struct ModelInfo
{
    std::string id;      ///< "resnet18"
    std::string title;   ///< "ResNet-18"
    std::string summary; ///< one sentence: what it is good for
    Preprocessing preprocessing;
    std::int64_t parameters = 0; ///< with a head for 1000 classes
    int minimumInput = 32;
    bool trainsHeadOnly = false; ///< in the recipe, where it starts from weights
};

/** What evaluation needs. */
struct EvaluationRequest
{
    std::filesystem::path checkpoint;
    std::vector<LabelledPicture> pictures;
    std::filesystem::path preparedFolder; ///< may be empty: originals are shrunk on the way
    std::string device = "auto";
    int batchSize = 32;
    int loaderThreads = 0;
    TestViews views = TestViews::Plain; ///< with more than one, logits are the log of the mean probability
};

/** A model with weights from any file, and what it is asked. */
struct ForwardRequest
{
    std::string model; ///< id
    std::filesystem::path weights;
    int classes = 0;          ///< outputs of the model; with another number than the file's its head is new
    int crop = 224;           ///< side of the input
    std::vector<float> input; ///< one picture as the model takes it, 3 × crop × crop; empty: weights only
    std::string device = "auto";
};

struct ForwardAnswer
{
    LoadReport report;
    std::vector<float> logits; ///< empty without input
};

/**
 * Everything that needs LibTorch, behind an interface without it: loaded at run time from a shared library,
 * so that the window is on the screen before LibTorch is in memory. All calls block; use them from jobs.
 */
class Engine
{
public:
    virtual ~Engine() = default;

    virtual std::string libraryVersion() const = 0; ///< "LibTorch 1.13.1"
    virtual std::vector<DeviceInfo> devices() const = 0;
    virtual std::vector<ModelInfo> models() const = 0;

    /**
     * Trains by config on data. Checkpoints and logs are written while it runs; on Cancelled they are
     * complete up to the last finished batch, or, where it is to stop now, up to the last checkpoint. Where
     * the disk is full, it waits for room. Errors: InvalidArgument (unknown model, size, device), Cancelled,
     * OutOfDeviceMemory (names a batch that would fit), CorruptData (weight file).
     */
    virtual Result<TrainingResult> train(const TrainingConfig& config, const TrainingData& data,
                                         const TrainingObserver& observer, JobContext& context) = 0;

    /**
     * Tries rising learning rates on the first batches of a training and tells the loss with each. Nothing is
     * written but kept features, and a training afterwards is the same to the bit as without it; data needs
     * no runFolder. Errors: as train().
     */
    virtual Result<RateSearch> findRate(const TrainingConfig& config, const TrainingData& data,
                                        JobContext& context) = 0;

    /**
     * What a training takes of its device's memory and of time, measured in three steps and three evaluations
     * of small batches of black pictures (seconds). Where batchSize is 0, it is for the largest batch that
     * fits, at most 256 on a GPU, where it is tried, and 32 on the processor, which gains nothing from more.
     * Errors: InvalidArgument (model, size, device), Cancelled, OutOfMemory and OutOfDeviceMemory (not even a
     * batch of 2 fits).
     */
    virtual Result<TrainingEstimate> estimateTraining(const TrainingConfig& config, JobContext& context) = 0;

    /** Logits of a list of pictures. Unreadable pictures are skipped and named. */
    virtual Result<EvaluationAnswer> evaluate(const EvaluationRequest& request, JobContext& context) = 0;

    /** Errors: NotFound, CorruptData, Unsupported. */
    virtual Result<std::unique_ptr<Classifier>> loadClassifier(const std::filesystem::path& checkpoint,
                                                               const std::string& device) = 0;

    /**
     * Loads weights into a model and asks it. Errors: NotFound, CorruptData, Unsupported (weights of another
     * model, with its name), InvalidArgument (model, classes, size of the input).
     */
    virtual Result<ForwardAnswer> forward(const ForwardRequest& request) = 0;

    /** What the body of a checkpoint says of a list of pictures. Unreadable pictures are skipped and named.
     */
    virtual Result<FeatureTable> features(const FeatureRequest& request, JobContext& context) = 0;

    /**
     * The count rows nearest to each query, nearest first; compared with all of them. rows, queries: CV_32F
     * of one width. Errors: InvalidArgument (widths), Cancelled.
     */
    virtual Result<std::vector<std::vector<Neighbour>>> nearest(const cv::Mat& rows, const cv::Mat& queries,
                                                                int count, JobContext& context) = 0;

    /**
     * A place in the plane for each row, near for what is alike by the angle; the same for the same seed.
     * Errors: InvalidArgument (no rows), Cancelled.
     */
    virtual Result<std::vector<cv::Point2f>> project(const cv::Mat& rows, const ProjectionParams& params,
                                                     JobContext& context) = 0;
};

/** Grows with every change of what is in this header or in the values that it passes. */
inline constexpr int engineInterface = 7;

/** The one function of the engine's library; nullptr when it was built for another interface. */
using MakeEngineFunction = Engine* (*)(int wantedInterface);
inline constexpr auto makeEngineSymbol = "nakamaMakeEngine";

} // namespace nakama
