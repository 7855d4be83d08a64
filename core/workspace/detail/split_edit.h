#pragma once

#include "core/workspace/catalogue.h"
#include "core/workspace/detail/database.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace nakama
{

/** Keeps the parts as they are, for recordSplit() after the pool is split anew in the same transaction. */
Result<void> rememberParts(const Database& database);
/** Writes which pictures have another part than was remembered, and both splits; returns how many have. */
Result<int> recordSplit(const Database& database, std::int64_t edit, const std::optional<SplitInfo>& before,
                        const std::optional<SplitInfo>& after);

/** Which of the two splits that an edit knows. */
enum class SplitWanted { Before, After };
/**
 * Makes the split of before (undo) or after an edit the present one. Returns the pictures that changed: none
 * where the pool was split by something else since, and not those that can be in no split any more.
 */
Result<std::vector<std::int64_t>> replaySplit(Catalogue& catalogue, const Database& database,
                                              std::int64_t edit, SplitWanted wanted);

/** Forgets edits of this kind but the newest: each may hold a row for every picture. */
Result<void> forgetOldSplits(const Database& database);

} // namespace nakama
