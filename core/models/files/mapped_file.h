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
 * memory.
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

    /** Gives the memory of these bytes back, as far as it is this file's; they are read again when touched.
     */
    void release(std::span<std::byte> bytes) const;

private:
    explicit MappedFile(std::span<std::byte> bytes) : m_bytes(bytes) {}

    std::span<std::byte> m_bytes;
};

} // namespace nakama
