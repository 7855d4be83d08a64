#pragma once

#include "core/base/result.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/copy_records.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace nakama
{

/** A keeper and its copies, each compared with it. */
struct CopyGroup
{
    std::int64_t keeper = 0;
    std::vector<CopyRecord> copies;

    /** What was done to the copies: all parts of their kinds, joined by "+". */
    std::string kind() const;
};

/** The groups of a search, in its order. */
std::vector<CopyGroup> copyGroups(const std::vector<CopyRecord>& copies);

/**
 * A number for each picture that has copies: the same for all that hang together by groups and by links
 * between groups, which is what must not be torn apart by a split.
 */
std::unordered_map<std::int64_t, std::int64_t> copyFamilies(const std::vector<CopyRecord>& copies);

/** How far the stored split lets what is learned and what is judged be the same picture. */
struct SplitLeaks
{
    int familiesAcross = 0; ///< families of copies with pictures in more than one part
    int inTrueTest = 0;     ///< pictures of train and val of which the true test has a copy
};

/** Of the stored split, by the last search for copies. */
Result<SplitLeaks> splitLeaks(Catalogue& catalogue);

} // namespace nakama
