#pragma once

#include "core/base/result.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/copy_store.h"

#include <cstdint>
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

/** How far the stored split lets what is learned and what is judged be the same picture. */
struct SplitLeaks
{
    int familiesAcross = 0;           ///< families of copies with pictures in more than one part
    int inTrueTest = 0;               ///< pictures of train and val of which the true test has a copy
    std::vector<std::int64_t> across; ///< the split pictures of those families
    std::vector<std::int64_t> judged; ///< those that inTrueTest counts
};

/** Of the stored split, by the last search for copies. */
Result<SplitLeaks> splitLeaks(Catalogue& catalogue);

} // namespace nakama
