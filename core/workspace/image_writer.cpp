#include "core/workspace/image_writer.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace nakama
{

namespace
{

ImageRecord recordOf(const NewImage& image)
{
    ImageRecord record;
    record.sha256 = image.sha256;
    record.extension = image.extension;
    record.width = image.width;
    record.height = image.height;
    record.bytes = image.bytes;
    record.source = image.source;
    record.originalName = image.originalName;
    record.pool = image.pool;
    record.classIndex = image.classIndex;
    return record;
}

Result<void> writeFile(const std::filesystem::path& path, std::span<const std::byte> content)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return fail(systemError(errno, "store the picture", path));
    int reason = 0;
    while (!content.empty() && reason == 0) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written >= 0)
            content = content.subspan(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            reason = errno;
    }
    if (::close(descriptor) != 0 && reason == 0)
        reason = errno;
    if (reason == 0)
        return {};
    ::unlink(path.c_str());
    return fail(systemError(reason, "store the picture", path));
}

/** Waits until all that was written to the file system of a folder is on the disk, names of files included.
 */
Result<void> syncFileSystemOf(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(systemError(errno, "open the folder", folder));
    const int status = ::syncfs(descriptor);
    const int reason = errno;
    ::close(descriptor);
    if (status != 0)
        return fail(systemError(reason, "save the pictures", folder));
    return {};
}

} // namespace

ImageWriter::ImageWriter(Workspace workspace, Catalogue catalogue)
    : m_workspace(std::move(workspace)), m_catalogue(std::move(catalogue))
{
}

Result<ImageWriter> ImageWriter::open(const Workspace& workspace)
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    return ImageWriter(workspace, std::move(catalogue));
}

ImageWriter::~ImageWriter()
{
    std::error_code ignored;
    for (const auto& image : m_batch)
        std::filesystem::remove(incomingPath(image), ignored);
}

std::filesystem::path ImageWriter::incomingPath(const NewImage& image) const
{
    return m_workspace.incomingFolder() / (image.sha256 + "." + image.extension);
}

Result<std::optional<ImageRecord>> ImageWriter::find(const std::string& sha256) const
{
    if (const auto found = m_batchIndex.find(sha256); found != m_batchIndex.end())
        return recordOf(m_batch[found->second]);
    return m_catalogue.findImage(sha256);
}

Result<void> ImageWriter::checkNew(const NewImage& image) const
{
    NAKAMA_TRY(const auto present, find(image.sha256));
    if (present)
        return fail(ErrorCode::AlreadyExists, "this picture is in the workspace already", image.originalName);
    return {};
}

void ImageWriter::takeIn(NewImage image)
{
    m_batchIndex.emplace(image.sha256, m_batch.size());
    m_batch.push_back(std::move(image));
}

Result<void> ImageWriter::add(NewImage image, std::span<const std::byte> content)
{
    NAKAMA_CHECK(checkNew(image));
    NAKAMA_CHECK(writeFile(incomingPath(image), content));
    image.md5 = md5(content);
    takeIn(std::move(image));
    return {};
}

Result<void> ImageWriter::addFile(const NewImage& image, const std::filesystem::path& file)
{
    NAKAMA_CHECK(checkNew(image));
    std::error_code error;
    std::filesystem::rename(file, incomingPath(image), error);
    if (error)
        return fail(systemError(error.value(), "store the picture", file));
    takeIn(image);
    return {};
}

Result<void> ImageWriter::moveIntoPlace(const NewImage& image) const
{
    const auto target = m_workspace.imagePath(image.sha256, image.extension);
    std::error_code error;
    std::filesystem::create_directory(target.parent_path(), error);
    if (!error)
        std::filesystem::rename(incomingPath(image), target, error);
    if (error)
        return fail(systemError(error.value(), "store the picture", target));
    return {};
}

Result<void> ImageWriter::commit(const AlsoWrite& also)
{
    for (const auto& image : m_batch)
        NAKAMA_CHECK(moveIntoPlace(image));
    if (!m_batch.empty())
        NAKAMA_CHECK(syncFileSystemOf(m_workspace.incomingFolder()));
    else if (!also)
        return {};
    const auto addRows = [&]() -> Result<void> {
        std::vector<std::int64_t> added;
        for (const auto& image : m_batch) {
            NAKAMA_TRY(added.emplace_back(), m_catalogue.addImage(image));
        }
        return also ? also(added) : Result<void>{};
    };
    NAKAMA_CHECK(m_catalogue.transaction(addRows));
    m_batch.clear();
    m_batchIndex.clear();
    return {};
}

} // namespace nakama
