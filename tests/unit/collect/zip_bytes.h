#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nakama::test
{

/** An entry of a .zip made by hand, so that it may lie as no program would let it. */
struct ZipItem
{
    std::string name;
    std::string content;
    std::uint16_t flags = 0x0800; ///< names are UTF-8
    std::uint32_t unixMode = 0100644;
    enum class Method : std::uint16_t { Stored = 0, Deflated = 8, Unknown = 97 } method = Method::Stored;
    std::optional<std::uint32_t> statedBytes =
        std::nullopt; ///< unpacked size in the headers, where it is not the true one
    std::optional<std::uint32_t> statedChecksum = std::nullopt;
};

std::string zipBytes(const std::vector<ZipItem>& items);
void writeZip(const std::filesystem::path& path, const std::vector<ZipItem>& items);
void writeFile(const std::filesystem::path& path, const std::string& content);

} // namespace nakama::test
