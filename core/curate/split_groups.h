#pragma once

#include "core/curate/split.h"

#include <cstddef>
#include <vector>

namespace nakama
{

/** Pictures that stay together: the items at these positions. */
struct SplitGroup
{
    std::vector<std::size_t> items;
    int classIndex = 0; ///< the class that most of them have; the first of several
};

/** Ordered by their first picture's SHA-256, whatever the order and the group numbers of the items. */
std::vector<SplitGroup> splitGroups(const std::vector<SplitItem>& items);

} // namespace nakama
