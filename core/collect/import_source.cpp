#include "core/collect/import_source.h"

#include "core/base/atomic_file.h"
#include "core/collect/folder_source.h"
#include "core/collect/zip_source.h"

#include <array>
#include <fstream>

namespace nakama
{

namespace
{

std::string firstBytes(const std::filesystem::path& path)
{
    std::array<char, 4> start{};
    std::ifstream(path, std::ios::binary).read(start.data(), start.size());
    return {start.data(), start.size()};
}

} // namespace

Result<std::unique_ptr<ImportSource>> openImportSource(const std::filesystem::path& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return fail(ErrorCode::NotFound, "there is no such folder or archive", path.string());
    if (std::filesystem::is_directory(status))
        return std::make_unique<FolderSource>(path);
    const auto start = std::filesystem::is_regular_file(status) ? firstBytes(path) : "";
    if (start == "PK\3\4")
        return ZipSource::open(path);
    if (start == "PK\5\6") // nothing but the end of a list
        return fail(ErrorCode::InvalidArgument, "the archive is empty", path.string());
    return fail(
        ErrorCode::Unsupported,
        "this is neither a folder nor a .zip archive; unpack other archives first, and name the folder "
        "that a single picture lies in",
        path.string());
}

} // namespace nakama
