#include "core/training/detail/keep_freed_memory.h"

#include <malloc.h>

#include <limits>

namespace nakama
{

namespace
{

// The largest that the C library takes, and where its own adjusting ends.
constexpr int largestMapThreshold = 32 << 20;
constexpr int usualTrimThreshold = 2 * largestMapThreshold;

} // namespace

KeepFreedMemory::KeepFreedMemory()
{
    ::mallopt(M_MMAP_THRESHOLD, largestMapThreshold);
    ::mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
}

KeepFreedMemory::~KeepFreedMemory()
{
    ::mallopt(M_TRIM_THRESHOLD, usualTrimThreshold);
    ::malloc_trim(0);
}

} // namespace nakama
