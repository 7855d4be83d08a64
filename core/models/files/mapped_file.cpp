#include "core/models/files/mapped_file.h"

#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace nakama
{

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& path)
{
    // O_NONBLOCK: opening a FIFO must not hang.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return fail(systemError(errno, "read the file", path));
    struct Closer
    {
        int descriptor;
        ~Closer() { ::close(descriptor); }
    } closer{descriptor};

    struct stat status
    {
    };
    if (::fstat(descriptor, &status) != 0)
        return fail(systemError(errno, "read the file", path));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::Io, "this is not a regular file", path.string());
    if (status.st_size == 0)
        return fail(ErrorCode::CorruptData, "the file is empty; download it again", path.string());

    const auto size = static_cast<std::size_t>(status.st_size);
    void* address = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_NORESERVE, descriptor, 0);
    if (address == MAP_FAILED)
        return fail(systemError(errno, "map the file", path));
    return std::shared_ptr<const MappedFile>(new MappedFile({static_cast<std::byte*>(address), size}));
}

MappedFile::~MappedFile()
{
    ::munmap(m_bytes.data(), m_bytes.size());
}

} // namespace nakama
