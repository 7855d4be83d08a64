#pragma once

#include "core/base/result.h"
#include "core/workspace/workspace.h"

#include <filesystem>
#include <string>

namespace nakama
{

/** The best checkpoint of a run; "latest" names the newest. Errors: NotFound, NotReady (it has none yet). */
Result<std::filesystem::path> checkpointOf(const Workspace& workspace, const std::string& runId);

/** The cache of what bodies say of pictures; may be deleted. */
std::filesystem::path featureFolder(const Workspace& workspace);

} // namespace nakama
