#pragma once

#include "core/base/job.h"
#include "core/imaging/fingerprint.h"
#include "core/workspace/copy_store.h"
#include "core/workspace/records.h"

#include <cstdint>
#include <vector>

namespace nakama
{

/** A picture to be compared with all others, and what decides whether it is the one to keep. */
struct CopyItem
{
    std::int64_t imageId = 0;
    int width = 0;
    int height = 0;
    std::int64_t bytes = 0;
    Pool pool = Pool::Pool;
    bool labelled = false;
    bool setAside = false;
    Fingerprint fingerprint;
};

/**
 * The rule for the suggested keeper, in this order: not set aside, of the pool rather than of the true test,
 * labelled, in colour, more pixels, more bytes a pixel (less compressed), added earlier.
 */
bool isBetterKeeper(const CopyItem& a, const CopyItem& b);

/**
 * Which of the pictures are copies of which. Every member of a group was compared with the group's keeper and
 * found a copy of it, so that a chain of likenesses cannot join unlike pictures; where a picture is a copy of
 * a member but not of the keeper, the two groups are linked instead (inGroup false, one link for two groups).
 * Groups in the order of their keepers. Sub-quadratic: 100,000 pictures take seconds. Error: Cancelled.
 */
Result<std::vector<CopyRecord>> findCopies(const std::vector<CopyItem>& items, const ImagePairs& notCopies,
                                           JobContext& context);

} // namespace nakama
