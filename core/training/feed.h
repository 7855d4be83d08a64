#pragma once

#include "core/base/job.h"

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <vector>

namespace nakama
{

/** What a step learns from. */
struct Batch
{
    enum class Holds { Pictures, Features };

    Batch() = default;
    explicit Batch(std::pmr::memory_resource* memory) : inputs(memory) {}

    Holds holds = Holds::Pictures;
    /** size() pictures as the model takes them (3 × crop × crop floats each, normalised), or their features.
     */
    std::pmr::vector<float> inputs;
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
