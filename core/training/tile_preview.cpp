#include "core/training/tile_preview.h"

#include "core/training/epoch_feed.h"

#include <opencv2/core.hpp>

#include <algorithm>

namespace nakama
{

Result<TilePreview> previewTile(PictureSource& source, int position, const TrainingConfig& config, int epoch)
{
    const auto shrunk = source.load(position);
    if (shrunk.empty()) {
        const auto& file = source.pictures()[static_cast<std::size_t>(position)].file;
        const auto skipped = source.skipped();
        const auto reason = std::ranges::find(skipped, file, &SkippedPicture::file);
        return fail(ErrorCode::CorruptData,
                    reason == skipped.end() ? "the picture cannot be read" : reason->reason, file.string());
    }
    const auto crop = static_cast<std::size_t>(config.preprocessing.crop);
    TilePreview tile{position, epoch, std::vector<float>(3 * crop * crop), {}};
    auto random =
        tileStream(config.seed, epoch, source.pictures()[static_cast<std::size_t>(position)].sha256);
    tile.drawn = augmentInto(shrunk, config.preprocessing, config.augment, random, tile.pixels.data());
    return tile;
}

Result<std::vector<TilePreview>> previewBatch(PictureSource& source, const TrainingConfig& config, int epoch,
                                              const JobContext& context)
{
    const auto feed = epochFeed(source, config, epoch);
    NAKAMA_TRY(const Batch* batch, feed->next(context));
    std::vector<TilePreview> tiles;
    for (std::size_t row = 0; batch && row < batch->size(); ++row) {
        // The feed keeps no descriptions; making the tile again tells what was drawn.
        NAKAMA_TRY(auto tile, previewTile(source, batch->positions[row], config, epoch));
        const std::size_t floats = tile.pixels.size();
        std::copy_n(batch->inputs.begin() + static_cast<std::ptrdiff_t>(row * floats), floats,
                    tile.pixels.begin());
        tiles.push_back(std::move(tile));
    }
    return tiles;
}

cv::Mat denormalised(const std::vector<float>& pixels, const Preprocessing& preprocessing)
{
    const auto side = static_cast<std::size_t>(preprocessing.crop);
    cv::Mat rgb(preprocessing.crop, preprocessing.crop, CV_8UC3);
    for (std::size_t channel = 0; channel < 3; ++channel)
        for (std::size_t y = 0; y < side; ++y) {
            const float* row = pixels.data() + (channel * side + y) * side;
            std::uint8_t* target = rgb.ptr(static_cast<int>(y)) + channel;
            for (std::size_t x = 0; x < side; ++x)
                target[3 * x] = cv::saturate_cast<std::uint8_t>(
                    255 * (row[x] * preprocessing.std[channel] + preprocessing.mean[channel]));
        }
    return rgb;
}

} // namespace nakama
