#pragma once

#include "core/base/result.h"
#include "core/workspace/workspace.h"

#include <filesystem>
#include <string>

namespace nakama
{

/**
 * The best checkpoint of a run, of its member where the run is one with test-time augmentation; "latest"
 * names the newest. Errors: NotFound; NotReady (it has none yet); Unsupported for an ensemble, which has no
 * model of its own to ask for features or reasons.
 */
Result<std::filesystem::path> checkpointOf(const Workspace& workspace, const std::string& runId);

/** The cache of what bodies say of pictures; may be deleted. */
std::filesystem::path featureFolder(const Workspace& workspace);

} // namespace nakama
