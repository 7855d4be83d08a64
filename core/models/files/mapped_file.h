#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace nakama
{

/**
 * A file mapped into memory, copy-on-write: what is written to its bytes never reaches the file. Pages are
 * read when they are touched and may be dropped again, so a large weight file costs address space, not
 * memory. Touching bytes that another program has cut off ends the process (SIGBUS), as with every mapping:
 * ask isWhole() before. A file that is replaced by rename, as AtomicFile does it, stays whole here.
 */
class MappedFile
{
public:
    /** Errors: NotFound, Io, CorruptData (an empty file). */
    static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& path);

    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::span<std::byte> bytes() const { return m_bytes; }

    /** Whether the file still has all of its bytes. */
    bool isWhole() const;

    /** Gives the memory of these bytes back, as far as it is this file's; they are read again when touched.
     */
    void release(std::span<std::byte> bytes) const;

private:
    MappedFile(int descriptor, std::span<std::byte> bytes) : m_descriptor(descriptor), m_bytes(bytes) {}

    int m_descriptor;
    std::span<std::byte> m_bytes;
};

} // namespace nakama
