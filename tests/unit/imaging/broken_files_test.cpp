#include "core/base/random.h"
#include "core/imaging/decode.h"
#include "tests/unit/imaging/patterns.h"
#include "tests/unit/imaging/sample_files.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

/** A broken file gives a picture or a reason; the bounds keep a flipped size from costing the test its time.
 */
bool refusedWithReason(const test::FileBytes& bytes, const std::string& name)
{
    const auto rgb = decodeImage(bytes, name, {.maxPixels = 4'000'000});
    if (rgb) {
        EXPECT_EQ(rgb->type(), CV_8UC3);
        EXPECT_FALSE(rgb->empty());
        return false;
    }
    EXPECT_EQ(rgb.error().context, name);
    EXPECT_GT(rgb.error().message.size(), 20u) << rgb.error().message;
    return true;
}

} // namespace

TEST(BrokenFiles, HalfAFileIsRefused)
{
    for (const auto& [name, bytes] : test::oneFileOfEachKind())
        EXPECT_TRUE(refusedWithReason(
            {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2)}, name))
            << name;
}

TEST(BrokenFiles, TruncationAnywhere)
{
    RandomStream random(1, RandomPurpose::Painting);
    for (const auto& [name, bytes] : test::oneFileOfEachKind())
        for (int i = 0; i < 25; ++i) {
            const auto size = random.below(static_cast<std::uint32_t>(bytes.size()));
            refusedWithReason({bytes.begin(), bytes.begin() + size}, name);
        }
}

TEST(BrokenFiles, FlippedBytes)
{
    RandomStream random(2, RandomPurpose::Painting);
    for (const auto& [name, bytes] : test::oneFileOfEachKind())
        for (int i = 0; i < 40; ++i) {
            auto broken = bytes;
            // Headers are where a flipped byte does most harm, so every second try aims there.
            const auto reach = static_cast<std::uint32_t>(
                i % 2 == 0 ? std::min<std::size_t>(broken.size(), 200) : broken.size());
            for (std::uint32_t flips = 1 + random.below(3); flips > 0; --flips)
                broken[random.below(reach)] = static_cast<std::byte>(random.below(256));
            refusedWithReason(broken, name);
        }
}

} // namespace nakama
