#pragma once

#include "core/evaluation/predictions.h"
#include "core/workspace/workspace.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** Which pictures of a workspace are copies of each other, by the last search. */
struct KnownCopies
{
    bool searched = false;                         ///< for all pictures that are there now
    std::map<std::string, std::int64_t> groupOfId; ///< by content hash; pictures without copies are not in it
};
Result<KnownCopies> knownCopies(const Workspace& workspace);

/** The group of each labelled row, for bootstrapIntervals(): rows that are copies share one. */
std::vector<int> groupsOfRows(const PredictionTable& table, const KnownCopies& copies);

/**
 * How many groups of the labelled rows have a picture that the run learned from, or its copy; a derived run
 * learned what its members did. Nothing where copies were not searched for, or the run did not keep what it
 * saw.
 */
std::optional<std::int64_t> leakedGroups(const Workspace& workspace, const std::string& runId,
                                         const PredictionTable& table, const KnownCopies& copies);

} // namespace nakama
