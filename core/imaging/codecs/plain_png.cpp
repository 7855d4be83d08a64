#include "core/imaging/codecs/plain_png.h"

#include <libdeflate.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace nakama::codecs
{

namespace
{

constexpr std::size_t signatureBytes = 8;
constexpr std::size_t headerBytes = 13;
constexpr std::size_t frameBytes = 12; ///< a chunk's length, name and checksum
constexpr std::uint32_t mostPixels = 4'000'000;

std::uint32_t numberAt(const std::byte* at)
{
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8 | std::to_integer<std::uint32_t>(at[i]);
    return value;
}

struct Chunk
{
    std::string_view name;
    Bytes data;
};

/** The chunk at the start of rest, which then begins behind it; nothing where it ends early or is damaged. */
std::optional<Chunk> takeChunk(Bytes& rest)
{
    if (rest.size() < frameBytes || numberAt(rest.data()) > rest.size() - frameBytes)
        return std::nullopt;
    const std::size_t length = numberAt(rest.data());
    const Bytes named = rest.subspan(4, 4 + length);
    if (libdeflate_crc32(0, named.data(), named.size()) != numberAt(rest.data() + 8 + length))
        return std::nullopt;
    rest = rest.subspan(frameBytes + length);
    return Chunk{{reinterpret_cast<const char*>(named.data()), 4}, named.subspan(4)};
}

/** Where the header is that of a plain picture, its size. */
std::optional<cv::Size> plainSize(const Chunk& header)
{
    constexpr std::array<unsigned char, 5> eightBitRgb{8, 2, 0, 0, 0};
    if (header.name != "IHDR" || header.data.size() != headerBytes ||
        std::memcmp(header.data.data() + 8, eightBitRgb.data(), eightBitRgb.size()) != 0)
        return std::nullopt;
    const std::uint64_t width = numberAt(header.data.data());
    const std::uint64_t height = numberAt(header.data.data() + 4);
    if (width == 0 || height == 0 || width > mostPixels || height > mostPixels || width * height > mostPixels)
        return std::nullopt;
    return cv::Size(static_cast<int>(width), static_cast<int>(height));
}

std::uint8_t paethOf(int a, int b, int c)
{
    const int toA = std::abs(b - c);
    const int toB = std::abs(a - c);
    const int toC = std::abs(a + b - 2 * c);
    return static_cast<std::uint8_t>(toA <= toB && toA <= toC ? a : toB <= toC ? b : c);
}

/** Undoes a row's filter; above: the row before, zeros for the first. False for a filter that does not exist.
 */
bool unfilter(std::uint8_t filter, const std::uint8_t* row, const std::uint8_t* above, std::size_t bytes,
              std::uint8_t* out)
{
    constexpr std::size_t step = 3; // from a byte to the same channel of the pixel before
    const auto guessed = [&](auto guess) {
        for (std::size_t i = 0; i < bytes; ++i)
            out[i] = static_cast<std::uint8_t>(
                row[i] + guess(i < step ? 0 : out[i - step], above[i], i < step ? 0 : above[i - step]));
        return true;
    };
    switch (filter) {
    case 0:
        std::memcpy(out, row, bytes);
        return true;
    case 1:
        return guessed([](int a, int, int) { return a; });
    case 2:
        for (std::size_t i = 0; i < bytes;
             ++i) // apart from guessed(), so that it becomes vector instructions
            out[i] = static_cast<std::uint8_t>(row[i] + above[i]);
        return true;
    case 3:
        return guessed([](int a, int b, int) { return (a + b) / 2; });
    case 4:
        return guessed(paethOf);
    default:
        return false;
    }
}

/** The compressed rows of the file, and nothing that would change their meaning. */
std::optional<std::vector<std::byte>> compressedRows(Bytes rest)
{
    std::vector<std::byte> rows;
    for (;;) {
        const auto chunk = takeChunk(rest);
        if (!chunk || chunk->name == "tRNS")
            return std::nullopt;
        if (chunk->name == "IEND")
            return rows;
        if (chunk->name == "IDAT")
            rows.insert(rows.end(), chunk->data.begin(), chunk->data.end());
    }
}

} // namespace

std::optional<cv::Mat> readPlainPng(Bytes bytes)
{
    Bytes rest = bytes.subspan(std::min(bytes.size(), signatureBytes));
    const auto header = takeChunk(rest);
    const auto size = header ? plainSize(*header) : std::nullopt;
    const auto compressed = size ? compressedRows(rest) : std::nullopt;
    if (!compressed)
        return std::nullopt;

    const std::size_t rowBytes = std::size_t{3} * static_cast<std::size_t>(size->width);
    std::vector<std::uint8_t> rows((rowBytes + 1) * static_cast<std::size_t>(size->height));
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    if (!decompressor ||
        libdeflate_zlib_decompress(decompressor.get(), compressed->data(), compressed->size(), rows.data(),
                                   rows.size(), nullptr) != LIBDEFLATE_SUCCESS)
        return std::nullopt;

    cv::Mat rgb(*size, CV_8UC3);
    const std::vector<std::uint8_t> zeros(rowBytes);
    for (int y = 0; y < rgb.rows; ++y) {
        const std::uint8_t* row = rows.data() + static_cast<std::size_t>(y) * (rowBytes + 1);
        if (!unfilter(*row, row + 1, y == 0 ? zeros.data() : rgb.ptr(y - 1), rowBytes, rgb.ptr(y)))
            return std::nullopt;
    }
    return rgb;
}

} // namespace nakama::codecs
