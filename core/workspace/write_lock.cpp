#include "core/workspace/write_lock.h"

#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

namespace nakama
{

namespace
{

/** "nakama-cli, process 4711 on desk" */
std::string thisProcess()
{
    char host[256] = "";
    ::gethostname(host, sizeof host - 1);
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error).filename().string();
    return fmt::format("{}, process {} on {}", program.empty() ? "nakama" : program, ::getpid(), host);
}

std::string holderIn(int descriptor)
{
    char text[512];
    const auto length = ::pread(descriptor, text, sizeof text, 0);
    return length > 0 ? std::string(text, static_cast<std::size_t>(length)) : "of unknown name";
}

} // namespace

Result<WriteLock> WriteLock::acquire(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return fail(systemError(errno, "open the workspace for writing", file));
    WriteLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return fail(systemError(errno, "lock the workspace for writing", file));
        return fail(
            ErrorCode::Busy,
            fmt::format("another program is writing to this workspace ({}); close it or wait for it, then "
                        "try again",
                        holderIn(descriptor)),
            file.parent_path().string());
    }
    const auto holder = thisProcess();
    // The text only helps people; a disk too full for it does not make the lock less held.
    if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
        const auto written = ::pwrite(descriptor, holder.data(), holder.size(), 0);
    return lock;
}

WriteLock::WriteLock(WriteLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

WriteLock& WriteLock::operator=(WriteLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

WriteLock::~WriteLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace nakama
