#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace nakama::codecs
{

/** Reads at an offset that the caller has checked. */
inline std::uint32_t littleEndian16(std::span<const std::byte> bytes, std::size_t at)
{
    return std::to_integer<std::uint32_t>(bytes[at]) | std::to_integer<std::uint32_t>(bytes[at + 1]) << 8;
}

inline std::uint32_t littleEndian32(std::span<const std::byte> bytes, std::size_t at)
{
    return littleEndian16(bytes, at) | littleEndian16(bytes, at + 2) << 16;
}

} // namespace nakama::codecs
