#include "core/training/epoch_feed.h"

#include <opencv2/core.hpp>

#include <utility>

namespace nakama
{

namespace
{

RandomStream streamAt(int position, const PictureSource& source, const TrainingConfig& config, int epoch)
{
    // A repeat within an epoch gets the tile of an epoch that no run comes to.
    constexpr int epochsApart = 1 << 17;
    const auto count = static_cast<int>(source.pictures().size());
    const auto& picture = source.pictures()[static_cast<std::size_t>(position % count)];
    return tileStream(config.seed, epoch + position / count * epochsApart, picture.sha256);
}

} // namespace

TileMaker tileMaker(const PictureSource& source, const TrainingConfig& config, int epoch)
{
    return [&source, &config, epoch](const cv::Mat& shrunk, int position, float* out) {
        auto random = streamAt(position, source, config, epoch);
        augmentInto(shrunk, config.preprocessing, config.augment, random, out);
    };
}

ByteTileMaker byteTileMaker(const PictureSource& source, const TrainingConfig& config, int epoch)
{
    return [&source, &config, epoch](const cv::Mat& shrunk, int position, std::uint8_t* out) {
        const int crop = config.preprocessing.crop;
        auto random = streamAt(position, source, config, epoch);
        const auto tile = augmentTile(shrunk, crop, config.augment, random);
        cv::Mat target(crop, crop, CV_8UC3, out);
        tile.rgb.copyTo(target);
        return tile.description.erased;
    };
}

BatchPlan epochPlan(const PictureSource& source, const TrainingConfig& config, int epoch)
{
    const auto& pictures = source.pictures();
    if (config.learning.balance == 0)
        return shuffled(static_cast<int>(pictures.size()), config.batchSize, config.seed, epoch);
    std::vector<int> labels;
    labels.reserve(pictures.size());
    for (const auto& picture : pictures)
        labels.push_back(picture.label);
    const auto draws =
        drawsPerClass(picturesPerClass(pictures, config.classes.size()), config.learning.balance);
    return balanced(labels, draws, config.batchSize, config.seed, epoch);
}

std::unique_ptr<BatchFeed> epochFeed(PictureSource& source, const TrainingConfig& config, int epoch,
                                     std::size_t first, std::pmr::memory_resource* memory, TileForm form)
{
    const int crop = config.preprocessing.crop;
    auto plan = epochPlan(source, config, epoch);
    auto mix = [&config, crop, epoch](std::size_t batch) {
        auto random = mixingStream(config.seed, epoch, batch);
        return drawMix(config.augment.mixing, {crop, crop}, random);
    };
    AnyTileMaker tile;
    if (form == TileForm::Bytes)
        tile = byteTileMaker(source, config, epoch);
    else
        tile = tileMaker(source, config, epoch);
    return std::make_unique<BatchFeed>(source, std::move(plan), crop, std::move(tile), config.loaderThreads,
                                       std::move(mix), memory, first);
}

} // namespace nakama
