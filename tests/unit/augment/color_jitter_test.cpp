#include "core/augment/color_jitter.h"
#include "core/augment/colour_operations.h"
#include "core/augment/operation.h"
#include "tests/unit/augment/reference_picture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace nakama
{

using test::digest;
using test::pattern;

TEST(Hue, EqualsTorchvisionOnPillowInEveryPixel)
{
    // From tests/golden/augment/operations.py.
    const std::pair<double, const char*> references[]{{-0.5, "e334bcc744c010fa"},  {-0.2, "bb80cbb08d725d60"},
                                                      {-0.05, "8f87f0956b421fdf"}, {0.0, "9ab2de4c33ededd3"},
                                                      {0.03, "8933d10ccbca3177"},  {0.1, "d64e87179c23f05e"},
                                                      {0.5, "85aeb5f6bca5dc08"}};
    for (const auto& [turns, expected] : references)
        EXPECT_EQ(digest(adjustHue(pattern(91, 67), turns)), expected) << turns;
}

TEST(ColorJitter, EqualsTorchvisionsFourPartsInTheirOrder)
{
    using Part = ColorJitter::Part;
    const ColorJitter jitter{
        1.15, 0.85, 1.3, -0.04, {Part::Brightness, Part::Contrast, Part::Hue, Part::Saturation}};
    EXPECT_EQ(digest(applyJitter(pattern(91, 67), jitter)), "3d1dbfcf312b6e37");
}

TEST(Rotation, EqualsTorchvisionsRotate)
{
    EXPECT_EQ(digest(applyOperation(pattern(91, 67), Operation::Rotate, 11.5)), "04f73ca7695df8ef");
}

TEST(ColorJitter, FactorsAndOrdersAreDrawnEvenly)
{
    constexpr int draws = 24'000;
    const ColorJitterParams params{.enabled = true, .brightness = 0.4, .contrast = 1.5, .hue = 0.1};
    std::array<int, 10> brightness{};
    std::array<int, 10> hue{};
    std::map<std::array<ColorJitter::Part, 4>, int> orders;
    for (int i = 0; i < draws; ++i) {
        RandomStream random(7, RandomPurpose::Augment, 0, static_cast<std::uint64_t>(i));
        const auto jitter = drawJitter(params, random);
        ASSERT_GE(jitter.contrast, 0);
        ASSERT_LE(jitter.contrast, 2.5);
        ++brightness[static_cast<std::size_t>((jitter.brightness - 0.6) / 0.8 * 10)];
        ++hue[static_cast<std::size_t>((jitter.hue + 0.1) / 0.2 * 10)];
        ++orders[jitter.order];
    }
    const auto chiSquare = [](const auto& counts, double expected) {
        double sum = 0;
        for (const int count : counts)
            sum += (count - expected) * (count - expected) / expected;
        return sum;
    };
    EXPECT_LT(chiSquare(brightness, draws / 10.0), 27.9); // 9 degrees of freedom, p = 0.001
    EXPECT_LT(chiSquare(hue, draws / 10.0), 27.9);
    ASSERT_EQ(orders.size(), 24u);
    std::array<int, 24> counts{};
    std::ranges::transform(orders, counts.begin(), [](const auto& order) { return order.second; });
    EXPECT_LT(chiSquare(counts, draws / 24.0), 49.7); // 23 degrees of freedom, p = 0.001
}

} // namespace nakama
