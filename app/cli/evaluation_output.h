#pragma once

#include "app/cli/command.h"
#include "core/workflow/evaluate_job.h"

#include <string>

namespace nakama
{

/** What a finished evaluation says: the fields of `evaluate`, and the same for people. */
CommandOutput outputOf(const EvaluateJob& job, const std::string& split);

/** Adds to an evaluation what could not be made beside it: it stands without that. */
void addWarning(CommandOutput& output, const std::string& warning);

} // namespace nakama
