#include "core/workspace/detail/migrations.h"

namespace nakama
{

// A split is an edit too, so that the one before can be had back. splits holds, of an edit of that kind, what
// split_info was before and after, as JSON; null where there was none.
const Migration format6{
    6,
    {
        "ALTER TABLE edits ADD COLUMN splits TEXT NOT NULL DEFAULT ''",
    },
};

} // namespace nakama
