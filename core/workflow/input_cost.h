#pragma once

#include "core/base/result.h"
#include "core/imaging/preprocessing.h"
#include "core/workspace/workspace.h"

#include <cstdint>

namespace nakama
{

/** What the shrunk pictures of a workspace take, told before they are made. */
struct InputCost
{
    int pictures = 0;             ///< of train and val
    std::int64_t memoryBytes = 0; ///< these, all in memory
    std::int64_t memoryAvailable = 0;
    int toPrepare = 0;              ///< pictures of the workspace that are not prepared yet
    std::int64_t diskBytes = 0;     ///< roughly what they will take in the cache
    std::int64_t preparedBytes = 0; ///< what the cache of this rule takes now
    std::int64_t diskFree = 0;

    /** A training that holds all pictures leaves half of the available memory to the model and others. */
    bool fitsInMemory() const { return memoryBytes <= memoryAvailable / 2; }
};

/** For this rule; from the catalogue's sizes, no picture is opened. Errors: those of the catalogue. */
Result<InputCost> inputCost(const Workspace& workspace, const ResizeRule& rule);

} // namespace nakama
