#include "core/imaging/decode.h"
#include "tests/unit/imaging/patterns.h"
#include "tests/unit/imaging/sample_files.h"

#include <gtest/gtest.h>
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>

namespace nakama
{

namespace
{

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

/** The highest resident memory of this process so far, in kB. */
long peakKb()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6));
    return -1;
}

/** Peak memory that work adds, in MB, measured in a process of its own; -1 where work says that it failed. */
long peakGrowthMb(const std::function<bool()>& work)
{
    int ends[2];
    if (::pipe(ends) != 0)
        return -1;
    const pid_t child = ::fork();
    if (child == 0) {
        ::malloc_trim(0); // else freed memory of the parent would be used again unseen
        std::ofstream("/proc/self/clear_refs") << "5"; // begins a new peak
        const long before = peakKb();
        const bool done = work();
        const long growth = done ? (peakKb() - before) / 1024 : -1;
        const bool written = ::write(ends[1], &growth, sizeof growth) == sizeof growth;
        ::_exit(written ? 0 : 1);
    }
    long growth = -1;
    ::close(ends[1]);
    if (::read(ends[0], &growth, sizeof growth) != sizeof growth)
        growth = -1;
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return growth;
}

/** A PNG header that promises more than it has. */
test::FileBytes pngThatClaims(std::uint32_t width, std::uint32_t height)
{
    auto file = test::pngFile(test::smooth(8, 8), test::PngKind::Rgb);
    for (int i = 0; i < 4; ++i) {
        file[static_cast<std::size_t>(16 + i)] = static_cast<std::byte>(width >> (24 - 8 * i));
        file[static_cast<std::size_t>(20 + i)] = static_cast<std::byte>(height >> (24 - 8 * i));
    }
    // CRC-32 of the header chunk, bit by bit.
    std::uint32_t crc = 0xFFFFFFFF;
    for (std::size_t at = 12; at < 29; ++at) {
        crc ^= std::to_integer<std::uint32_t>(file[at]);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
    }
    for (int i = 0; i < 4; ++i)
        file[static_cast<std::size_t>(29 + i)] = static_cast<std::byte>(~crc >> (24 - 8 * i));
    return file;
}

} // namespace

TEST(DecodeMemory, BombsAreRefusedFromTheHeader)
{
    for (const auto& [width, height] :
         {std::pair{40'000u, 10u}, {40'000u, 40'000u}, {20'000u, 20'000u}, {0x7FFFFFFFu, 0x7FFFFFFFu}}) {
        const auto file = pngThatClaims(width, height);
        const auto rgb = decodeImage(file, "bomb.png");
        ASSERT_FALSE(rgb);
        EXPECT_EQ(rgb.error().code, ErrorCode::TooLarge) << rgb.error().message;
        EXPECT_EQ(rgb.error().context, "bomb.png");
        if (!sanitized) {
            const long growth = peakGrowthMb([&] { return !decodeImage(file, "bomb.png"); });
            EXPECT_GE(growth, 0);
            EXPECT_LE(growth, 16);
        }
    }
}

TEST(DecodeMemory, StaysWithinTheStatedBound)
{
    if (sanitized)
        GTEST_SKIP() << "a sanitizer's own memory hides the figures";
    const cv::Mat rgb = test::smooth(2000, 2000);
    const cv::Mat rgba = test::smoothWithAlpha(2000, 2000);
    const double megapixels = 4.0;
    const std::pair<std::string, test::FileBytes> files[]{
        {"plain JPEG", test::jpegFile(rgb)},
        {"progressive JPEG", test::jpegFile(rgb, test::JpegKind::Progressive)},
        {"interlaced PNG", test::pngFile(rgba, test::PngKind::RgbaInterlaced)},
        {"16-bit PNG", test::pngFile(rgba, test::PngKind::Rgba16)},
        {"lossless WebP", test::webpFile(rgba, test::WebpKind::Lossless)},
        {"16-bit TIFF", test::tiffFile(rgb, test::TiffKind::Rgb16)},
        {"BMP", test::bmpFile(rgb, {})},
    };
    for (const auto& [name, bytes] : files) {
        const long growth = peakGrowthMb([&] { return decodeImage(bytes, name).has_value(); });
        EXPECT_GE(growth, 11) << name; // at least the picture itself, else nothing was measured
        EXPECT_LE(static_cast<double>(growth), 16 * megapixels + 64) << name;
        RecordProperty(name.c_str(), static_cast<int>(growth));
    }
    const long plain = peakGrowthMb([&] { return decodeImage(files[0].second, "plain").has_value(); });
    EXPECT_LE(static_cast<double>(plain), 3 * megapixels + 16);
}

} // namespace nakama
