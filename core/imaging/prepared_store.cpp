#include "core/imaging/prepared_store.h"

#include "core/base/atomic_file.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"

#include <spdlog/spdlog.h>

#include <span>
#include <system_error>
#include <utility>

namespace nakama
{

namespace
{

/** The fast end: the cache is written once and read every epoch, and reading costs the same at any level. */
constexpr int cacheCompression = 1;

/**
 * Appears whole or not at all while the machine runs, but is not synced, which would cost more than all the
 * rest: a picture that a power failure tore is told by its checksums and made again.
 */
Result<void> writeUnsynced(const std::filesystem::path& path, std::span<const std::byte> bytes)
{
    NAKAMA_TRY(auto file, AtomicFile::open(path));
    NAKAMA_CHECK(file.write(bytes));
    std::error_code error;
    std::filesystem::rename(file.temporaryPath(), path, error);
    if (error)
        return fail(systemError(error.value(), "save the prepared picture", path));
    return {};
}

Result<void> store(const cv::Mat& shrunk, const std::filesystem::path& path)
{
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (error)
        return fail(systemError(error.value(), "make the folder of prepared pictures", path.parent_path()));
    NAKAMA_TRY(const auto png, encodePng(shrunk, cacheCompression));
    return writeUnsynced(path, png);
}

} // namespace

PreparedStore::PreparedStore(std::filesystem::path root, ResizeRule rule)
    : m_root(std::move(root)), m_rule(rule)
{
}

std::filesystem::path PreparedStore::pathOf(const std::string& sha256) const
{
    return m_root / m_rule.name() / sha256.substr(0, 2) / (sha256 + ".png");
}

bool PreparedStore::has(const std::string& sha256) const
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(pathOf(sha256), ignored);
}

Result<cv::Mat> PreparedStore::load(const PictureFile& picture) const
{
    const auto path = pathOf(picture.sha256);
    if (has(picture.sha256)) {
        if (auto cached = decodeImageFile(path))
            return *std::move(cached);
        else
            spdlog::warn("a prepared picture cannot be read and is made again: {}", cached.error().text());
    }
    NAKAMA_TRY(cv::Mat shrunk, decodeShrunkFile(picture.path, m_rule));
    if (const auto stored = store(shrunk, path); !stored)
        spdlog::warn("a prepared picture could not be kept: {}", stored.error().text());
    return shrunk;
}

std::int64_t PreparedStore::diskBytes() const
{
    std::int64_t bytes = 0;
    std::error_code error;
    std::filesystem::recursive_directory_iterator files(m_root / m_rule.name(), error);
    for (const std::filesystem::recursive_directory_iterator end; !error && files != end;
         files.increment(error)) {
        std::error_code vanished; // another program may empty the cache at any time
        if (const auto size = files->is_regular_file(vanished) ? files->file_size(vanished) : 0; !vanished)
            bytes += static_cast<std::int64_t>(size);
    }
    return bytes;
}

Result<void> PreparedStore::prepare(const PictureFile& picture) const
{
    if (has(picture.sha256))
        return {};
    NAKAMA_TRY(const cv::Mat shrunk, decodeShrunkFile(picture.path, m_rule));
    return store(shrunk, pathOf(picture.sha256));
}

} // namespace nakama
