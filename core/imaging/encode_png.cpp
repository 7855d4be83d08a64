#include "core/imaging/encode.h"
#include "core/imaging/encode_check.h"

#include <fmt/format.h>
#include <libdeflate.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace nakama
{

namespace
{

using Bytes = std::vector<std::byte>;
using Compressor = std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>;

/** How a row is told from its neighbours, as the PNG specification numbers it. */
enum Filter : std::uint8_t { none, left, up, average, paeth };

std::uint8_t paethOf(int a, int b, int c)
{
    const int toA = std::abs(b - c);
    const int toB = std::abs(a - c);
    const int toC = std::abs(a + b - 2 * c);
    return static_cast<std::uint8_t>(toA <= toB && toA <= toC ? a : toB <= toC ? b : c);
}

/** One filtered row: the filter's number, then the differences. above: zeros for the first row. */
void filterRow(const std::uint8_t* row, const std::uint8_t* above, std::size_t bytes, Filter filter,
               std::uint8_t* out)
{
    *out++ = filter;
    for (std::size_t i = 0; i < bytes; ++i) {
        const int a = i < 3 ? 0 : row[i - 3];
        const int b = above[i];
        const int c = i < 3 ? 0 : above[i - 3];
        const int guess = filter == left      ? a
                          : filter == average ? (a + b) / 2
                          : filter == paeth   ? paethOf(a, b, c)
                                              : 0;
        out[i] = static_cast<std::uint8_t>(row[i] - guess);
    }
}

void filterUp(const std::uint8_t* row, const std::uint8_t* above, std::size_t bytes, std::uint8_t* out)
{
    *out++ = up;
    for (std::size_t i = 0; i < bytes; ++i)
        out[i] = static_cast<std::uint8_t>(row[i] - above[i]);
}

/** The usual guess at what compresses best: the smallest sum of differences, as signed numbers. */
long sizeOf(std::span<const std::uint8_t> filtered)
{
    long sum = 0;
    for (const std::uint8_t value : filtered.subspan(1))
        sum += std::abs(static_cast<std::int8_t>(value));
    return sum;
}

/** All rows, filtered. The quick way takes "up" everywhere: it is the fastest to undo, and close to the best.
 */
std::vector<std::uint8_t> filtered(const cv::Mat& rgb, bool quick)
{
    const std::size_t bytes = std::size_t{3} * static_cast<std::size_t>(rgb.cols);
    std::vector<std::uint8_t> out((bytes + 1) * static_cast<std::size_t>(rgb.rows));
    std::vector<std::uint8_t> trial(bytes + 1);
    const std::vector<std::uint8_t> zeros(bytes);
    for (int y = 0; y < rgb.rows; ++y) {
        const std::uint8_t* above = y == 0 ? zeros.data() : rgb.ptr(y - 1);
        const std::span best(out.data() + static_cast<std::size_t>(y) * (bytes + 1), bytes + 1);
        filterUp(rgb.ptr(y), above, bytes, best.data());
        if (quick)
            continue;
        for (const Filter filter : {none, left, average, paeth}) {
            filterRow(rgb.ptr(y), above, bytes, filter, trial.data());
            if (sizeOf(trial) < sizeOf(best))
                std::memcpy(best.data(), trial.data(), trial.size());
        }
    }
    return out;
}

void putNumber(std::byte* at, std::uint32_t value)
{
    for (int i = 0; i < 4; ++i)
        at[i] = static_cast<std::byte>(value >> (24 - 8 * i));
}

/** Appends a chunk with room for size bytes, which fill writes; it returns how many they became. */
template<typename Fill>
void appendChunk(Bytes& png, std::string_view name, std::size_t size, Fill fill)
{
    const std::size_t start = png.size();
    png.resize(start + 12 + size);
    std::memcpy(png.data() + start + 4, name.data(), 4);
    const std::size_t written = fill(png.data() + start + 8);
    png.resize(start + 12 + written);
    putNumber(png.data() + start, static_cast<std::uint32_t>(written));
    putNumber(png.data() + start + 8 + written, libdeflate_crc32(0, png.data() + start + 4, 4 + written));
}

} // namespace

Result<Bytes> encodePng(const cv::Mat& rgb, int compression)
{
    NAKAMA_CHECK(checkEncodable(rgb));
    if (compression < 0 || compression > 9)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("PNG compression {} is not within 0 and 9", compression));
    const Compressor compressor(libdeflate_alloc_compressor(compression), libdeflate_free_compressor);
    if (!compressor)
        return fail(ErrorCode::OutOfMemory, "there is not enough memory to write this picture as PNG");

    constexpr std::array<unsigned char, 8> signature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    const auto rows = filtered(rgb, compression <= 3);
    const std::size_t bound = libdeflate_zlib_compress_bound(compressor.get(), rows.size());
    Bytes png(signature.size());
    png.reserve(bound + 64);
    std::memcpy(png.data(), signature.data(), signature.size());
    appendChunk(png, "IHDR", 13, [&](std::byte* at) {
        putNumber(at, static_cast<std::uint32_t>(rgb.cols));
        putNumber(at + 4, static_cast<std::uint32_t>(rgb.rows));
        constexpr std::array<unsigned char, 5> eightBitRgb{8, 2, 0, 0, 0};
        std::memcpy(at + 8, eightBitRgb.data(), eightBitRgb.size());
        return std::size_t{13};
    });
    appendChunk(png, "IDAT", bound, [&](std::byte* at) {
        return libdeflate_zlib_compress(compressor.get(), rows.data(), rows.size(), at, bound);
    });
    appendChunk(png, "IEND", 0, [](std::byte*) { return std::size_t{0}; });
    return png;
}

} // namespace nakama
