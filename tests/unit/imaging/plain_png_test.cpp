#include "core/imaging/codecs/plain_png.h"
#include "core/imaging/encode.h"
#include "tests/unit/imaging/patterns.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

std::size_t positionOf(const std::vector<std::byte>& png, std::string_view chunk)
{
    return std::string_view(reinterpret_cast<const char*>(png.data()), png.size()).find(chunk);
}

} // namespace

TEST(PlainPng, ReadsEveryFilter)
{
    // Smooth and coarse parts, so that the slow levels choose every filter there is.
    cv::Mat rgb = test::pattern(61, 40);
    test::smooth(61, 20).copyTo(rgb.rowRange(0, 20));
    for (const int compression : {0, 1, 6, 9}) {
        const auto back = codecs::readPlainPng(*encodePng(rgb, compression));
        ASSERT_TRUE(back) << compression;
        EXPECT_EQ(test::largestDifference(*back, rgb), 0) << compression;
    }
}

TEST(PlainPng, DamageIsLeftToLibpngWhichSaysWhatIsWrong)
{
    const auto png = *encodePng(test::pattern(20, 20), 6);
    for (std::size_t at = 8; at < png.size(); ++at) {
        auto damaged = png;
        damaged[at] ^= std::byte{0x10};
        EXPECT_FALSE(codecs::readPlainPng(damaged)) << at;
        damaged.resize(at);
        EXPECT_FALSE(codecs::readPlainPng(damaged)) << at;
    }
    auto damaged = png;
    damaged[positionOf(png, "IDAT") + 20] ^= std::byte{0x10};
    EXPECT_EQ(decodeImage(damaged, "x").error().code, ErrorCode::CorruptData);
}

TEST(PlainPng, AColourKeyIsLeftToLibpng)
{
    auto png = *encodePng(test::pattern(20, 20));
    // length 6, "tRNS", the colour (0, 0, 0), and its checksum as zlib makes it
    constexpr unsigned char key[]{0, 0, 0, 6, 't', 'R', 'N', 'S', 0, 0, 0, 0, 0, 0, 0x6E, 0xA6, 0x07, 0x91};
    const auto* bytes = reinterpret_cast<const std::byte*>(key);
    png.insert(png.begin() + static_cast<std::ptrdiff_t>(positionOf(png, "IDAT")) - 4, bytes,
               bytes + sizeof key);
    EXPECT_FALSE(codecs::readPlainPng(png));
    EXPECT_TRUE(decodeImage(png, "x"));
}

} // namespace nakama
