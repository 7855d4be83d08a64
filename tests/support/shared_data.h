#pragma once

#include <filesystem>
#include <optional>

namespace nakama::test
{

/**
 * The folder with third-party pictures and weights that some checks use beside the project's own material:
 * $NAKAMA_SHARED, else ../shared beside the source tree. Nothing where it is missing; such a test then skips.
 */
std::optional<std::filesystem::path> sharedFolder();

} // namespace nakama::test
