#pragma once

#include "core/base/result.h"
#include "core/workspace/workspace.h"

#include <cstdint>

namespace nakama
{

struct BinContents
{
    int pictures = 0;
    std::int64_t bytes = 0; ///< of their files
};

/** What is in the bin of a workspace. */
Result<BinContents> binContents(const Workspace& workspace);

/**
 * Deletes the pictures in the bin, their files and what is known of them; the only change by hand that cannot
 * be undone. Collecting does not bring them again. Returns what there was.
 */
Result<BinContents> emptyBin(const Workspace& workspace);

} // namespace nakama
