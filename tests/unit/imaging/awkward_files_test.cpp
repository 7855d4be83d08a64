#include "core/imaging/decode.h"
#include "tests/support/shared_data.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <optional>

namespace nakama
{

namespace
{

/** What must become of the files that are refused; everything else must give a picture. */
const std::map<std::string, ErrorCode> refused{
    {"avif/rot1mir1.avif", ErrorCode::Unsupported},
    {"decompression_bomb/decompression_bomb.ico", ErrorCode::Unsupported},
    {"not_images/.DS_Store", ErrorCode::Unsupported},
    {"svg/2b8bc491c5ca4e788999f8ea53617638.svg", ErrorCode::Unsupported},
    {"truncated_corrupt/broken.png", ErrorCode::CorruptData},
    {"truncated_corrupt/broken_data_stream.png", ErrorCode::CorruptData},
    {"truncated_corrupt/pngtest_bad.png.bin", ErrorCode::Unsupported},
    {"truncated_corrupt/truncated_jpeg.jpg", ErrorCode::CorruptData},
};

} // namespace

TEST(AwkwardFiles, EachIsReadOrRefusedWithAReason)
{
    const auto shared = test::sharedFolder();
    if (!shared)
        GTEST_SKIP() << "the shared pictures are not here";
    const auto root = *shared / "data" / "awkward";
    int seen = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file())
            continue;
        ++seen;
        const std::string name = entry.path().lexically_relative(root).string();
        const auto rgb = decodeImageFile(entry.path());
        fmt::print("{:55} {}\n", name,
                   rgb ? fmt::format("{} x {}", rgb->cols, rgb->rows) : rgb.error().message);
        if (const auto expected = refused.find(name); expected != refused.end()) {
            ASSERT_FALSE(rgb) << name;
            EXPECT_EQ(rgb.error().code, expected->second) << name;
        } else {
            EXPECT_TRUE(rgb) << name << ": " << (rgb ? "" : rgb.error().message);
        }
    }
    EXPECT_GT(seen, 50);
}

} // namespace nakama
