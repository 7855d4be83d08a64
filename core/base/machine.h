#pragma once

#include <cstdint>
#include <filesystem>

namespace nakama
{

/** Bytes that programs may still take without pushing others out (Linux's MemAvailable); 0 if not told. */
std::int64_t availableMemoryBytes();

/** Bytes of the machine's memory that this process holds; 0 if not told. */
std::int64_t residentMemoryBytes();

/** Bytes that may still be written to the disk of a folder, which may be yet to be made; 0 if not told. */
std::int64_t freeDiskBytes(const std::filesystem::path& folder);

} // namespace nakama
