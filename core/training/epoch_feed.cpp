#include "core/training/epoch_feed.h"

#include <utility>

namespace nakama
{

TileMaker tileMaker(const PictureSource& source, const TrainingConfig& config, int epoch)
{
    return [&source, &config, epoch](const cv::Mat& shrunk, int position, float* out) {
        const auto& picture = source.pictures()[static_cast<std::size_t>(position)];
        auto random = tileStream(config.seed, epoch, picture.sha256);
        augmentInto(shrunk, config.preprocessing, config.augment, random, out);
    };
}

std::unique_ptr<BatchFeed> epochFeed(PictureSource& source, const TrainingConfig& config, int epoch,
                                     std::pmr::memory_resource* memory)
{
    const int crop = config.preprocessing.crop;
    auto plan = shuffled(static_cast<int>(source.pictures().size()), config.batchSize, config.seed, epoch);
    auto mix = [&config, crop, epoch](std::size_t batch) {
        auto random = mixingStream(config.seed, epoch, batch);
        return drawMix(config.augment.mixing, {crop, crop}, random);
    };
    return std::make_unique<BatchFeed>(source, std::move(plan), crop, tileMaker(source, config, epoch),
                                       config.loaderThreads, std::move(mix), memory);
}

} // namespace nakama
