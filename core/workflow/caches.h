#pragma once

#include "core/workspace/workspace.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace nakama
{

/** A folder of a workspace that is made again when it is needed. */
struct CacheFolder
{
    std::filesystem::path folder; ///< prepared/<rule>, features/<body>
    std::uintmax_t bytes = 0;
};

/** The caches of a workspace, the largest first: shrunk pictures, and what frozen bodies say of them. */
std::vector<CacheFolder> cachesOf(const Workspace& workspace);

/** Deletes a cache; nothing may use it meanwhile. Error: Io. */
Result<void> removeCache(const CacheFolder& cache);

} // namespace nakama
