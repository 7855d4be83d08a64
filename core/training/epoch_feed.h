#pragma once

#include "core/training/batch_feed.h"

#include <cstddef>
#include <memory>

namespace nakama
{

/** How far an epoch's pictures are made here: to the end, or to bytes, with which their device goes on. */
enum class TileForm { Normalised, Bytes };

/** What training sees of a shrunk picture in an epoch; source and config must outlive it. */
TileMaker tileMaker(const PictureSource& source, const TrainingConfig& config, int epoch);
/** The same tile and the same draws, up to bytes. */
ByteTileMaker byteTileMaker(const PictureSource& source, const TrainingConfig& config, int epoch);

/** Which pictures an epoch sees in which batch, with the classes balanced as set. */
BatchPlan epochPlan(const PictureSource& source, const TrainingConfig& config, int epoch);

/**
 * The training batches of an epoch, counted from 1, from its batch first (from 0) on: the order, the tiles
 * and the mixing are drawn from the seed, the epoch and the pictures' content. source, config and memory must
 * outlive the feed.
 */
std::unique_ptr<BatchFeed> epochFeed(PictureSource& source, const TrainingConfig& config, int epoch,
                                     std::size_t first = 0,
                                     std::pmr::memory_resource* memory = std::pmr::get_default_resource(),
                                     TileForm form = TileForm::Normalised);

} // namespace nakama
