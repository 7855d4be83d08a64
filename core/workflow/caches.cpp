#include "core/workflow/caches.h"

#include "core/base/atomic_file.h"

#include <algorithm>
#include <functional>
#include <system_error>

namespace nakama
{

namespace
{

std::uintmax_t bytesBelow(const std::filesystem::path& folder)
{
    std::uintmax_t bytes = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error))
        if (entry.is_regular_file(error))
            bytes += entry.file_size(error);
    return bytes;
}

} // namespace

std::vector<CacheFolder> cachesOf(const Workspace& workspace)
{
    std::vector<CacheFolder> caches;
    std::error_code error;
    for (const auto& root : {workspace.preparedFolder(), workspace.folder() / "features"})
        for (const auto& entry : std::filesystem::directory_iterator(root, error))
            if (entry.is_directory(error) && !entry.is_symlink(error))
                caches.push_back({entry.path(), bytesBelow(entry.path())});
    std::ranges::sort(caches, std::ranges::greater(), &CacheFolder::bytes);
    return caches;
}

Result<void> removeCache(const CacheFolder& cache)
{
    std::error_code error;
    std::filesystem::remove_all(cache.folder, error);
    if (error)
        return fail(systemError(error.value(), "delete the folder", cache.folder));
    return {};
}

} // namespace nakama
