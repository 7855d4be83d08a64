#pragma once

#include "core/training/picture_source.h"

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <vector>

namespace nakama
{

/** A picture as training gets it in an epoch, and what was drawn for it. */
struct TilePreview
{
    int position = 0; ///< in the source's list
    int epoch = 1;
    std::vector<float> pixels; ///< as in a Batch: 3 × crop × crop, normalised
    TileDescription drawn;
};

/** The tile of one picture in an epoch, before any mixing of its batch. Error: why it cannot be read. */
Result<TilePreview> previewTile(PictureSource& source, int position, const TrainingConfig& config, int epoch);

/** The first batch of an epoch, mixing included; pictures that cannot be read are left out. Error: Cancelled.
 */
Result<std::vector<TilePreview>> previewBatch(PictureSource& source, const TrainingConfig& config, int epoch,
                                              const JobContext& context);

/** The tile for the eye: normalising undone, rounded and cut to 8 bits; RGB. */
cv::Mat denormalised(const std::vector<float>& pixels, const Preprocessing& preprocessing);

} // namespace nakama
