#pragma once

#include <filesystem>

namespace nakama
{

/** Where the program keeps what it can get again (weights): $NAKAMA_CACHE, else $XDG_CACHE_HOME/nakama. */
std::filesystem::path cacheFolder();
/** Where logs go: $XDG_STATE_HOME/nakama. */
std::filesystem::path stateFolder();
/** Where things that a person made without naming a place go (the sample workspace): $XDG_DATA_HOME/nakama.
 */
std::filesystem::path dataFolder();

} // namespace nakama
