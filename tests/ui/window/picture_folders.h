#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nakama::test
{

/**
 * Writes folder/CLASS/N.png for each class, N from first on: small pictures, each class with a shape and
 * colour of its own, so that a small network learns them in few epochs.
 */
void writePictureFolders(const std::filesystem::path& folder, const std::vector<std::string>& classes,
                         int pictures, int first = 0);

} // namespace nakama::test
