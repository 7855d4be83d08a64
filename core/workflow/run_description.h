#pragma once

#include "core/workflow/runs.h"

#include <string>
#include <utility>
#include <vector>

namespace nakama
{

/** How a run came about, for a report. */
struct RunDescription
{
    std::vector<std::pair<std::string, std::string>> rows; ///< what matters, in words
    std::string whole;                                     ///< every setting, as indented JSON
};

/** Of a run that was trained, its settings; of one that answers with others, who they are, and of which
 * views. Error: NotFound for a member that is gone. */
Result<RunDescription> describeRun(const Workspace& workspace, const RunDetails& run);

} // namespace nakama
