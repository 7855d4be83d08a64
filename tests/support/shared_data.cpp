#include "tests/support/shared_data.h"

#include <cstdlib>

namespace nakama::test
{

std::optional<std::filesystem::path> sharedFolder()
{
    const char* configured = std::getenv("NAKAMA_SHARED");
    const auto folder = configured ? std::filesystem::path(configured)
                                   : std::filesystem::path(NAKAMA_SOURCE_DIR).parent_path() / "shared";
    if (std::filesystem::is_directory(folder / "data"))
        return folder;
    return std::nullopt;
}

} // namespace nakama::test
