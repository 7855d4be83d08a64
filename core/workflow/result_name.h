#pragma once

#include "core/workflow/runs.h"

#include <string>

namespace nakama
{

/** A run in a table of results: "resnet18 (first try)" where a person has named it, else with its id. */
std::string resultName(const Workspace& workspace, const RunDetails& run);

/** "Held-out test", "True test": a set in the title of such a table. */
std::string evaluationSetTitle(EvaluationSet set);

} // namespace nakama
