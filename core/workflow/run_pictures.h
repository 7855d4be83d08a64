#pragma once

#include "core/training/training.h"
#include "core/workspace/workspace.h"

#include <optional>
#include <set>
#include <string>

namespace nakama
{

/** What a run has seen, by content: the pictures it learned from, and those its best epoch was chosen on. */
struct RunPictures
{
    std::set<std::string> train;
    std::set<std::string> val;
};

/** Adds those of a training to what the run's folder knows; a resumed run may see another split. Errors: Io,
 * DiskFull. */
Result<void> rememberRunPictures(const TrainingData& data);

/** Nothing for a run that did not keep them. */
std::optional<RunPictures> runPictures(const Workspace& workspace, const std::string& runId);

} // namespace nakama
