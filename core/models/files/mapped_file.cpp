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
    // Closes the descriptor whatever follows.
    std::shared_ptr<MappedFile> file(new MappedFile(descriptor, {}));
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
    file->m_bytes = {static_cast<std::byte*>(address), size};
    return file;
}

bool MappedFile::isWhole() const
{
    struct stat status
    {
    };
    return ::fstat(m_descriptor, &status) == 0 && static_cast<std::size_t>(status.st_size) >= m_bytes.size();
}

void MappedFile::release(std::span<std::byte> bytes) const
{
    static const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    if (bytes.data() < m_bytes.data() || bytes.data() + bytes.size() > m_bytes.data() + m_bytes.size())
        return;
    // Whole pages inside the range: their neighbours may be in use.
    const auto begin = static_cast<std::size_t>(bytes.data() - m_bytes.data());
    const auto first = (begin + page - 1) / page * page;
    const auto last = (begin + bytes.size()) / page * page;
    if (first < last)
        ::madvise(m_bytes.data() + first, last - first, MADV_DONTNEED);
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty())
        ::munmap(m_bytes.data(), m_bytes.size());
    ::close(m_descriptor);
}

} // namespace nakama
