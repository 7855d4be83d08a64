#pragma once

#include "core/workflow/run_note.h"
#include "core/workspace/records.h"

#include <QString>

#include <map>

namespace nakama
{

/** The name that a person gave a run, or its id. */
QString runName(const std::string& runId, const std::map<std::string, RunNote>& notes);

/** A run in a line: its name where it has one, when, which model, how it ended, how good it was on
 * validation.
 */
QString runText(const RunRecord& run, const std::map<std::string, RunNote>& notes);

} // namespace nakama
