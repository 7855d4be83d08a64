#pragma once

#include "core/base/job.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace nakama
{

/**
 * Writes, and where the disk is full waits for room, telling the free and the wanted megabytes as progress,
 * and tries again every few seconds. wantedBytes: about what write needs in the folder. Errors: those of
 * write but DiskFull; Cancelled, when the job is to stop while it waits.
 */
Result<void> writePatiently(const std::filesystem::path& folder, std::uintmax_t wantedBytes,
                            JobContext& context, const std::function<Result<void>()>& write);

} // namespace nakama
