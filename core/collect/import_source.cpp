#include "core/collect/import_source.h"

#include "core/base/atomic_file.h"
#include "core/collect/folder_source.h"
#include "core/collect/zip_source.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

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

/** Archives that people have pictures in: zip, an empty zip, rar, 7z, gzip, xz, bzip2. */
bool isArchive(const std::string& start)
{
    static constexpr std::array<std::string_view, 7> starts{"PK\3\4",
                                                            "PK\5\6",
                                                            "Rar!",
                                                            "7z\xBC\xAF",
                                                            "\x1F\x8B",
                                                            "\xFD"
                                                            "7zX",
                                                            "BZh"};
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view known) { return start.starts_with(known); });
}

} // namespace

bool isSingleFile(const std::filesystem::path& path)
{
    std::error_code error;
    return std::filesystem::is_regular_file(path, error) && !isArchive(firstBytes(path));
}

Result<std::unique_ptr<ImportSource>> openImportSource(const std::filesystem::path& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return fail(ErrorCode::NotFound, "there is no such folder, archive or picture", path.string());
    if (std::filesystem::is_directory(status))
        return std::make_unique<FolderSource>(path);
    const auto start = std::filesystem::is_regular_file(status) ? firstBytes(path) : "";
    if (start == "PK\3\4")
        return ZipSource::open(path);
    if (start == "PK\5\6") // nothing but the end of a list
        return fail(ErrorCode::InvalidArgument, "the archive is empty", path.string());
    return fail(ErrorCode::Unsupported,
                "this is neither a folder, a .zip archive nor a picture; unpack other archives first",
                path.string());
}

} // namespace nakama
