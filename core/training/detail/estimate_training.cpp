#include "core/training/detail/estimate_training.h"

#include "core/inference/detail/device.h"
#include "core/inference/detail/predictor.h"
#include "core/models/model_spec.h"
#include "core/training/batch_feed.h"
#include "core/training/detail/compute_on.h"
#include "core/training/detail/fitting_batch.h"
#include "core/training/detail/learner.h"
#include "core/training/detail/memory_watch.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>

namespace nakama
{

namespace
{

/** Bytes of a batch: so many for each picture beside what is there without any. */
struct Line
{
    double fixed = 0;
    double perPicture = 0;

    static Line through(int first, std::uint64_t atFirst, int second, std::uint64_t atSecond)
    {
        const double slope =
            std::max(0.0, static_cast<double>(atSecond) - static_cast<double>(atFirst)) / (second - first);
        return {static_cast<double>(atFirst) - slope * first, slope};
    }
    std::uint64_t at(int batch) const { return static_cast<std::uint64_t>(fixed + perPicture * batch); }
    /** The largest batch in so many bytes. */
    int within(double bytes) const
    {
        constexpr double most = 4096;
        return static_cast<int>(std::clamp((bytes - fixed) / std::max(perPicture, 1.0), 0.0, most));
    }
};

/** What a batch took. */
struct Cost
{
    std::uint64_t bytes = 0;
    double seconds = 0; ///< of each picture
};

/** A model that learns and is judged, with small batches, and what that takes. */
class Trial
{
public:
    Trial(Learner& learner, const TrainingConfig& config, MemoryWatch& watch)
        : m_learner(learner), m_config(config), m_watch(watch)
    {
    }

    Cost training(int batch)
    {
        m_learner.startEpoch({m_config.epochs, 0}); // the whole net, where the head comes first
        return measured(batch, [&] { m_learner.tryBatch(batch); });
    }

    Cost evaluation(int batch)
    {
        Predictor predictor(m_learner.model(), m_config.preprocessing, m_learner.device().device,
                            {.deviceBlock = batch});
        const int block = predictor.block();
        const auto crop = static_cast<std::size_t>(m_config.preprocessing.crop);
        return measured(block, [&] {
            predictor.logits(std::vector<float>(static_cast<std::size_t>(block) * 3 * crop * crop));
        });
    }

private:
    Cost measured(int pictures, const std::function<void()>& work)
    {
        m_watch.takePeak();
        const auto begin = std::chrono::steady_clock::now();
        work();
        if (m_learner.device().device.is_cuda())
            torch::cuda::synchronize(m_learner.device().device.index());
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        return {m_watch.takePeak(), taken.count() / pictures};
    }

    Learner& m_learner;
    const TrainingConfig& m_config;
    MemoryWatch& m_watch;
};

/** What the loader holds ready; for a GPU it lies in the machine's memory, not in the device's. */
double loaderBytesPerPicture(const TrainingConfig& config, torch::Device device)
{
    const double crop = config.preprocessing.crop;
    return device.is_cpu() ? BatchFeed::batchesAhead * 3 * crop * crop * sizeof(float) : 0;
}

/** Multiples of 8 suit the kernels. */
int rounded(int batch)
{
    return batch >= 8 ? batch / 8 * 8 : batch;
}

} // namespace

Result<TrainingEstimate> estimateTraining(TrainingConfig config, JobContext& context)
{
    useAllCores();
    NAKAMA_TRY(const auto spec, findModelSpec(config.model));
    if (config.preprocessing.crop < spec.minimumInput || config.classes.size() < 2)
        return fail(ErrorCode::InvalidArgument, "a training needs 2 classes and a larger input size");
    NAKAMA_TRY(const auto device, chooseDevice(config.device));
    NAKAMA_TRY(config.compute, computeOn(config, spec, device));

    TrainingEstimate estimate;
    estimate.availableBytes = freeBytesOf(device.device);
    MemoryWatch watch(device.device);
    NAKAMA_TRY(auto model, makeBackbone(config.model, static_cast<int>(config.classes.size()), config.seed));
    model->to(device.device);
    Learner learner(std::move(model), config, spec.headKey, device,
                    std::vector<double>(config.classes.size(), 1));
    Trial trial(learner, config, watch);

    constexpr int few = 2;
    constexpr int more = 4;
    std::array<std::uint64_t, 4> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        NAKAMA_CHECK(context.checkpoint());
        const int batch = i % 2 == 0 ? few : more;
        bytes[i] = (i < 2 ? trial.training(batch) : trial.evaluation(batch)).bytes;
    }
    auto training = Line::through(few, bytes[0], more, bytes[1]);
    const auto evaluation = Line::through(few, bytes[2], more, bytes[3]);
    training.perPicture += loaderBytesPerPicture(config, device.device);

    if (estimate.availableBytes > 0) {
        const double usable = 0.9 * static_cast<double>(estimate.availableBytes);
        estimate.largestBatch = std::min(training.within(usable), evaluation.within(usable));
    }
    estimate.batchSize = config.batchSize;
    if (config.batchSize == 0) {
        const bool gpu = device.device.is_cuda();
        const int most = gpu ? 256 : TrainingConfig{}.batchSize;
        estimate.batchSize =
            rounded(std::min(most, estimate.availableBytes > 0 ? estimate.largestBatch : most));
        // What was counted leaves out what is lost between the pieces, so on a GPU the batch is tried.
        if (gpu && estimate.batchSize >= few)
            estimate.batchSize =
                static_cast<int>(fittingBatch(std::int64_t{2} * estimate.batchSize, [&](std::int64_t size) {
                    trial.training(static_cast<int>(size));
                    trial.evaluation(static_cast<int>(size));
                }));
        if (estimate.batchSize < few)
            return fail(gpu ? ErrorCode::OutOfDeviceMemory : ErrorCode::OutOfMemory,
                        device.title + " has no memory even for a batch of 2 pictures; use a smaller input "
                                       "size or model, or end what else runs on it");
    }
    estimate.trainingBytes = training.at(estimate.batchSize);
    estimate.evaluationBytes = evaluation.at(estimate.batchSize);

    // The first steps above have warmed the kernels. A processor's time grows with the pictures from few on.
    const int timed = device.device.is_cpu() ? std::min(estimate.batchSize, 8) : estimate.batchSize;
    if (estimate.fits()) {
        NAKAMA_CHECK(context.checkpoint());
        estimate.trainingSeconds = trial.training(timed).seconds;
        estimate.evaluationSeconds = trial.evaluation(timed).seconds;
    }
    return estimate;
}

} // namespace nakama
