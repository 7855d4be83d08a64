#pragma once

#include "core/augment/mixing.h"
#include "core/base/job.h"

#include <opencv2/core/types.hpp>

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <vector>

namespace nakama
{

/** What a step learns from. */
struct Batch
{
    enum class Holds { Pictures, Tiles, Features };

    Batch() = default;
    explicit Batch(std::pmr::memory_resource* memory) : inputs(memory), tiles(memory) {}

    Holds holds = Holds::Pictures;
    /** size() pictures as the model takes them (3 × crop × crop floats each, normalised), or their features.
     */
    std::pmr::vector<float> inputs;
    /** Tiles in place of inputs: crop × crop × 3 bytes (RGB) each, which the device has to normalise, … */
    std::pmr::vector<std::uint8_t> tiles;
    /** … to erase, each a rectangle that may be empty, … */
    std::vector<cv::Rect> erased;
    /** … and to mix, each with the one before it. */
    Mix mix;
    std::vector<std::int64_t> labels; ///< of each picture
    std::vector<int> positions;       ///< of each picture, in the source's list
    /** Where the batch was mixed with itself (MixUp, CutMix): the label of what is mixed into each picture,
     * else empty; and how much of each picture is its own. */
    std::vector<std::int64_t> otherLabels;
    double share = 1;

    std::size_t size() const { return positions.size(); }
};

/** Gives the batches of an epoch, one after another. */
class Feed
{
public:
    Feed() = default;
    virtual ~Feed() = default;
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    /**
     * The next batch, valid until the next call; nullptr after the last one. A batch is empty when none of
     * its pictures could be read. Error: Cancelled. Throws what a worker threw (out of memory).
     */
    virtual Result<const Batch*> next(const JobContext& context) = 0;
    /** How many next() gives. */
    virtual std::size_t batches() const = 0;
    /** How long the epoch has waited for pictures so far. */
    virtual double waitedSeconds() const = 0;
};

} // namespace nakama
