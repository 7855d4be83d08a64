#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

namespace nakama
{

namespace
{

constexpr std::string_view temporaryMark = ".nakama-tmp-";

std::filesystem::path temporaryNameFor(const std::filesystem::path& target)
{
    static std::atomic<unsigned> counter{0};
    return target.parent_path() /
           fmt::format(".{}{}{}-{}", target.filename().string(), temporaryMark, ::getpid(), counter++);
}

Result<void> syncFolder(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(systemError(errno, "open the folder", folder));
    // Some file systems (network, FUSE) refuse to sync folders; the rename itself has succeeded then.
    ::fsync(descriptor);
    ::close(descriptor);
    return {};
}

} // namespace

Error systemError(int errorNumber, std::string_view action, const std::filesystem::path& path)
{
    const bool full = errorNumber == ENOSPC || errorNumber == EDQUOT;
    const auto reason = std::error_code(errorNumber, std::generic_category()).message();
    return {full ? ErrorCode::DiskFull : (errorNumber == ENOENT ? ErrorCode::NotFound : ErrorCode::Io),
            full ? fmt::format("could not {}: the disk is full; free some space and try again", action)
                 : fmt::format("could not {}: {}", action, reason),
            path.string()};
}

Result<AtomicFile> AtomicFile::open(const std::filesystem::path& target)
{
    auto temporary = temporaryNameFor(target);
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return fail(systemError(errno, "write the file", target));
    return AtomicFile(target, std::move(temporary), descriptor);
}

AtomicFile::AtomicFile(std::filesystem::path target, std::filesystem::path temporary, int descriptor)
    : m_target(std::move(target)), m_temporary(std::move(temporary)), m_descriptor(descriptor)
{
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::move(other.m_temporary)),
      m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept
{
    if (this != &other) {
        discard();
        m_target = std::move(other.m_target);
        m_temporary = std::move(other.m_temporary);
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

AtomicFile::~AtomicFile()
{
    discard();
}

void AtomicFile::discard() noexcept
{
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    ::unlink(m_temporary.c_str());
    m_descriptor = -1;
}

Result<void> AtomicFile::write(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fail(systemError(errno, "write the file", m_target));
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> AtomicFile::write(std::string_view text)
{
    return write(std::as_bytes(std::span(text)));
}

Result<void> AtomicFile::commit()
{
    if (::fsync(m_descriptor) != 0)
        return fail(systemError(errno, "save the file", m_target));
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        return fail(systemError(errno, "save the file", m_target));
    ::close(std::exchange(m_descriptor, -1));
    return syncFolder(m_target.parent_path());
}

Result<void> writeFileAtomically(const std::filesystem::path& path, std::span<const std::byte> bytes)
{
    NAKAMA_TRY(auto file, AtomicFile::open(path));
    NAKAMA_CHECK(file.write(bytes));
    return file.commit();
}

Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view text)
{
    return writeFileAtomically(path, std::as_bytes(std::span(text)));
}

namespace
{

template<typename Container>
Result<Container> readWhole(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    // O_NONBLOCK: opening a FIFO that somebody put among the pictures must not hang.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return fail(systemError(errno, "read the file", path));
    struct Closer
    {
        int descriptor;
        ~Closer() { ::close(descriptor); }
    } closer{descriptor};

    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return fail(systemError(errno, "read the file", path));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::Io, "this is not a regular file", path.string());
    const auto size = static_cast<std::uintmax_t>(status.st_size);
    if (size > maxBytes)
        return fail(ErrorCode::TooLarge,
                    fmt::format("the file has {} bytes, more than the {} that are allowed", size, maxBytes),
                    path.string());

    Container content;
    content.resize(static_cast<std::size_t>(size));
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t got = ::read(descriptor, content.data() + done, content.size() - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(systemError(errno, "read the file", path));
        if (got == 0)
            break; // shrunk while being read: what is there is what there is
        done += static_cast<std::size_t>(got);
    }
    content.resize(done);
    return content;
}

} // namespace

Result<void> appendToFile(const std::filesystem::path& path, std::string_view bytes, std::string_view action)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return fail(systemError(errno, action, path));
    const off_t before = ::lseek(descriptor, 0, SEEK_END);
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    const int reason = written < 0 ? errno : ENOSPC;
    const bool whole = written == static_cast<ssize_t>(bytes.size());
    const bool mended = whole || ::ftruncate(descriptor, before) == 0;
    ::close(descriptor);
    if (!whole || !mended)
        return fail(systemError(reason, action, path));
    return {};
}

Result<std::vector<std::byte>> readFile(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    return readWhole<std::vector<std::byte>>(path, maxBytes);
}

Result<std::string> readTextFile(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    return readWhole<std::string>(path, maxBytes);
}

std::size_t removeLeftoverTemporaries(const std::filesystem::path& folder)
{
    std::size_t removed = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().filename().string().find(temporaryMark) != std::string::npos)
            removed += std::filesystem::remove(entry.path(), error) ? 1 : 0;
    return removed;
}

} // namespace nakama
