#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace nakama
{

/**
 * The right to write to a workspace, which one process holds at a time. An advisory flock() on a file: the
 * kernel gives it back when the process ends, however it ends, so a lock is never stale; the file's text
 * names the holder for the others. The file stays; removing it would let two processes lock different files.
 */
class WriteLock
{
public:
    /** Errors: Busy, naming the process that holds it; Io. */
    static Result<WriteLock> acquire(const std::filesystem::path& file);

    WriteLock(WriteLock&& other) noexcept;
    WriteLock& operator=(WriteLock&& other) noexcept;
    ~WriteLock();

private:
    explicit WriteLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

} // namespace nakama
