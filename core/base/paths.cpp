#include "core/base/paths.h"

#include <cstdlib>

namespace nakama
{

namespace
{

/** The XDG base directory specification: an absolute path in the variable, else a folder below home. */
std::filesystem::path xdgFolder(const char* variable, const char* belowHome)
{
    if (const char* value = std::getenv(variable); value && std::filesystem::path(value).is_absolute())
        return std::filesystem::path(value) / "nakama";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home ? home : std::filesystem::temp_directory_path().c_str()) / belowHome /
           "nakama";
}

} // namespace

std::filesystem::path cacheFolder()
{
    if (const char* chosen = std::getenv("NAKAMA_CACHE"); chosen && *chosen)
        return std::filesystem::absolute(chosen);
    return xdgFolder("XDG_CACHE_HOME", ".cache");
}

std::filesystem::path stateFolder()
{
    return xdgFolder("XDG_STATE_HOME", ".local/state");
}

std::filesystem::path dataFolder()
{
    return xdgFolder("XDG_DATA_HOME", ".local/share");
}

} // namespace nakama
