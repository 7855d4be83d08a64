#include "core/augment/mixing.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace nakama
{

namespace
{

constexpr int side = 16;
constexpr std::size_t floats = 3 * side * side;

RandomStream stream(int batch)
{
    return mixingStream(4, 2, static_cast<std::size_t>(batch));
}

/** Picture i is full of the number i + 1. */
std::vector<float> numberedPictures(std::size_t count)
{
    std::vector<float> pixels;
    for (std::size_t i = 0; i < count; ++i)
        pixels.insert(pixels.end(), floats, static_cast<float>(i + 1));
    return pixels;
}

} // namespace

TEST(Mixing, BetaHasItsDistribution)
{
    constexpr int draws = 20'000;
    for (const double alpha : {0.2, 1.0, 2.0}) {
        double sum = 0;
        double squares = 0;
        std::array<int, 10> counts{};
        for (int i = 0; i < draws; ++i) {
            auto random = stream(i);
            const double value = drawBeta(alpha, random);
            sum += value;
            squares += value * value;
            ++counts[std::min<std::size_t>(static_cast<std::size_t>(value * 10), 9)];
        }
        const double mean = sum / draws;
        EXPECT_NEAR(mean, 0.5, 0.012) << alpha;
        EXPECT_NEAR(squares / draws - mean * mean, 1 / (4 * (2 * alpha + 1)), 0.003) << alpha;
        double chiSquare = 0;
        for (const int count : counts)
            chiSquare += std::pow(count - draws / 10.0, 2) / (draws / 10.0);
        if (alpha == 1.0) {
            EXPECT_LT(chiSquare, 27.9); // uniform: 9 degrees of freedom, p = 0.001
        }
    }
}

TEST(Mixing, MixUpBlendsEachWithTheOneBefore)
{
    auto pixels = numberedPictures(4);
    applyMix({Mix::Kind::MixUp, 0.75, {}}, pixels.data(), 4, {side, side});
    const std::array<float, 4> expected{0.75f * 1 + 0.25f * 4, 0.75f * 2 + 0.25f * 1, 0.75f * 3 + 0.25f * 2,
                                        0.75f * 4 + 0.25f * 3};
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t k = 0; k < floats; ++k)
            ASSERT_FLOAT_EQ(pixels[i * floats + k], expected[i]) << i;
}

TEST(Mixing, CutMixReplacesItsBoxAndCountsIt)
{
    for (int batch = 0; batch < 50; ++batch) {
        auto random = stream(batch);
        const Mix mix = drawMix({.cutMix = true}, {side, side}, random);
        ASSERT_EQ(mix.kind, Mix::Kind::CutMix);
        auto pixels = numberedPictures(3);
        applyMix(mix, pixels.data(), 3, {side, side});
        int own = 0;
        for (std::size_t k = 0; k < floats; ++k) {
            const int x = static_cast<int>(k) % side;
            const int y = static_cast<int>(k) / side % side;
            ASSERT_EQ(pixels[k], mix.replaced.contains({x, y}) ? 3 : 1);
            own += pixels[k] == 1;
        }
        EXPECT_NEAR(own / static_cast<double>(floats), mix.share, 1e-9);
    }
}

TEST(Mixing, EachBatchTakesOneOfTheTwo)
{
    constexpr int draws = 4000;
    int cut = 0;
    for (int batch = 0; batch < draws; ++batch) {
        auto random = stream(batch);
        cut += drawMix({.mixUp = true, .cutMix = true}, {side, side}, random).kind == Mix::Kind::CutMix;
    }
    EXPECT_NEAR(cut, draws / 2, 104); // 3.3 standard deviations, p = 0.001
}

TEST(Mixing, OffLeavesTheBatchAlone)
{
    auto random = stream(0);
    const Mix mix = drawMix({}, {side, side}, random);
    auto pixels = numberedPictures(2);
    applyMix(mix, pixels.data(), 2, {side, side});
    EXPECT_EQ(pixels, numberedPictures(2));
    EXPECT_EQ(mix.share, 1);
}

} // namespace nakama
