#pragma once

#include "core/training/tile_preview.h"

#include <QImage>
#include <QString>

#include <memory>
#include <vector>

namespace nakama
{

/** What a person wants to see of the augmentation. */
struct PreviewRequest
{
    std::shared_ptr<const std::vector<LabelledPicture>> pictures; ///< the training part, in training's order
    TrainingConfig config;
    std::filesystem::path preparedFolder;
    int label = -1;    ///< a class, or −1 for the first batch of an epoch
    int position = -1; ///< of one picture in the list, or −1 for several of the class
    int epoch = 1;
    int count = 24; ///< of tiles at most
};

/** A tile for the eye. */
struct PreviewTile
{
    QImage original; ///< the crop of evaluation
    QImage tile;
    QString name;    ///< of the picture
    QString caption; ///< what was done, in short
    QString details;
};

/**
 * Makes the tiles of a request: of one picture those of its first epochs, else one of each picture. Pictures
 * that cannot be read are left out. Errors: Cancelled; why none could be read.
 */
Result<std::vector<PreviewTile>> makePreview(const PreviewRequest& request, const JobContext& context);

/** The tiles side by side, for a file; empty where there is none. */
QImage gridOf(const std::vector<PreviewTile>& tiles);

} // namespace nakama
