#pragma once

#include "core/base/result.h"
#include "core/workspace/catalogue.h"

namespace nakama
{

/**
 * Sets aside all pictures of the pool that the last search found to be copies, but not the keepers of their
 * groups; pictures of the true test stay as they are. One edit of the journal. Returns how many; those that
 * are set aside already are not counted. Error: NotReady where no search was made.
 */
Result<int> setCopiesAside(Catalogue& catalogue);

/**
 * Undoes setCopiesAside(), where that is the latest edit. Returns how many pictures are in use again; 0 where
 * nothing was edited. Error: NotReady where something else was edited since.
 */
Result<int> takeCopiesBack(Catalogue& catalogue);

} // namespace nakama
