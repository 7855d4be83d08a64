#include "core/download/partial_file.h"

#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace nakama
{

namespace
{

constexpr std::uintmax_t longestVersion = 1024;

std::filesystem::path withSuffix(std::filesystem::path path, const char* suffix)
{
    path += suffix;
    return path;
}

bool isStillAt(int descriptor, const std::filesystem::path& path)
{
    struct stat open
    {
    }, named{};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.c_str(), &named) == 0 &&
           open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

} // namespace

Result<PartialFile> PartialFile::open(const std::filesystem::path& target)
{
    std::error_code error;
    std::filesystem::create_directories(target.parent_path(), error);
    if (error)
        return fail(systemError(error.value(), "make the folder", target.parent_path()));
    const auto path = withSuffix(target, ".part");
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return fail(systemError(errno, "write the file", path));
    PartialFile part(target, descriptor);
    // Who held it may have given it its final name meanwhile: what is open then is no part any more.
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 || !isStillAt(descriptor, path))
        return fail(ErrorCode::Busy, "another Nakama is downloading this file; wait until it has finished",
                    target.string());
    part.m_size = ::lseek(descriptor, 0, SEEK_END);
    if (auto version = readTextFile(part.m_versionPath, longestVersion))
        part.m_version = std::move(*version);
    return part;
}

PartialFile::PartialFile(std::filesystem::path target, int descriptor)
    : m_target(std::move(target)), m_path(withSuffix(m_target, ".part")),
      m_versionPath(withSuffix(m_target, ".part.version")), m_descriptor(descriptor)
{
}

PartialFile::PartialFile(PartialFile&& other) noexcept
    : m_target(std::move(other.m_target)), m_path(std::move(other.m_path)),
      m_versionPath(std::move(other.m_versionPath)), m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_size(other.m_size), m_version(std::move(other.m_version))
{
}

PartialFile::~PartialFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> PartialFile::restart(const std::string& version)
{
    // Emptied before the version changes: a crash between the two leaves nothing of the wrong version.
    if (::ftruncate(m_descriptor, 0) != 0 || ::lseek(m_descriptor, 0, SEEK_SET) < 0)
        return fail(systemError(errno, "write the file", m_path));
    m_size = 0;
    m_version = version;
    return writeFileAtomically(m_versionPath, version);
}

Result<void> PartialFile::append(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fail(systemError(errno, "write the file", m_path));
        m_size += written;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> PartialFile::commit()
{
    if (::fsync(m_descriptor) != 0 || ::rename(m_path.c_str(), m_target.c_str()) != 0)
        return fail(systemError(errno, "save the file", m_target));
    const int folder = ::open(m_target.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder); // some file systems refuse; the rename itself has succeeded
        ::close(folder);
    }
    ::unlink(m_versionPath.c_str());
    return {};
}

void PartialFile::discard()
{
    ::unlink(m_path.c_str());
    ::unlink(m_versionPath.c_str());
}

} // namespace nakama
