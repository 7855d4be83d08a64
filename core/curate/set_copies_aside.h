#pragma once

#include "core/base/result.h"
#include "core/workspace/catalogue.h"

namespace nakama
{

/**
 * Sets aside all pictures of the pool that the last search found to be copies, but not the keepers of their
 * groups; pictures of the true test stay as they are. One decision, which CopyStore::undoSetAside() takes
 * back. Returns how many; those that are set aside already are not counted. Error: NotReady where no search
 * was made.
 */
Result<int> setCopiesAside(Catalogue& catalogue);

} // namespace nakama
