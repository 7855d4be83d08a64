#pragma once

#include "core/curate/split.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace nakama
{

/** The most pictures that a split uses; what is beyond stays unsplit. */
struct SplitCaps
{
    int perClass = 0;                     ///< 0: no cap
    std::map<std::string, int> perSource; ///< source → pictures of it, all classes together

    bool isAny() const { return perClass > 0 || !perSource.empty(); }
};

/**
 * Which items are within the caps. Groups are taken whole, in an order drawn from the seed, each where it
 * still fits: same items, caps and seed give the same choice in whatever order the items come. Error:
 * InvalidArgument for a cap below 1.
 */
Result<std::vector<bool>> withinCaps(const std::vector<SplitItem>& items, const SplitCaps& caps,
                                     std::uint64_t seed);

} // namespace nakama
