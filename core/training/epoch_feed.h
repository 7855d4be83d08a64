#pragma once

#include "core/training/batch_feed.h"

#include <memory>

namespace nakama
{

/**
 * The training batches of an epoch, counted from 1: the order, the tiles and the mixing are drawn from the
 * seed, the epoch and the pictures' content. source and config must outlive the feed.
 */
std::unique_ptr<BatchFeed> epochFeed(PictureSource& source, const TrainingConfig& config, int epoch);

} // namespace nakama
