#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace nakama
{

/** workspace.json: what is known of a workspace before its catalogue is opened. */
struct WorkspaceFile
{
    int format = 0;
    std::string preset;
    bool sample = false;
};

/** Errors: NotFound (no workspace there), CorruptData. */
Result<WorkspaceFile> readWorkspaceFile(const std::filesystem::path& path);
Result<void> writeWorkspaceFile(const std::filesystem::path& path, const WorkspaceFile& file);

} // namespace nakama
