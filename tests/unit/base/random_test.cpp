#include "core/base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace nakama
{

TEST(Philox, KnownAnswers)
{
    // kat_vectors of Random123 1.14.
    using Block = std::array<std::uint32_t, 4>;
    EXPECT_EQ(philox4x32({0, 0, 0, 0}, {0, 0}), (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
              (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(RandomStream, SameKeySameValues)
{
    RandomStream a(7, RandomPurpose::Augment, 3, 11);
    RandomStream b(7, RandomPurpose::Augment, 3, 11);
    for (int i = 0; i < 100; ++i)
        ASSERT_EQ(a.next(), b.next());
}

TEST(RandomStream, ValuesAreAFormat)
{
    // Stored values: a change of them changes every seeded split and run.
    RandomStream stream(1, RandomPurpose::Split);
    const std::vector<std::uint32_t> values{stream.next(), stream.next(), stream.next()};
    EXPECT_EQ(values, (std::vector<std::uint32_t>{1116691461, 1192078120, 1723662089}));
}

TEST(RandomStream, EveryPartOfTheKeyMatters)
{
    const auto first = [](std::uint64_t seed, RandomPurpose purpose, std::uint64_t epoch,
                          std::uint64_t index) { return RandomStream(seed, purpose, epoch, index).next(); };
    const auto base = first(1, RandomPurpose::Split, 0, 0);
    EXPECT_NE(base, first(2, RandomPurpose::Split, 0, 0));
    EXPECT_NE(base, first(1, RandomPurpose::Shuffle, 0, 0));
    EXPECT_NE(base, first(1, RandomPurpose::Split, 1, 0));
    EXPECT_NE(base, first(1, RandomPurpose::Split, 0, 1));
}

TEST(RandomStream, BelowIsUniform)
{
    RandomStream stream(5, RandomPurpose::Augment);
    std::vector<int> counts(14);
    constexpr int draws = 140'000;
    for (int i = 0; i < draws; ++i)
        ++counts[stream.below(14)];
    double chiSquare = 0;
    for (const int count : counts)
        chiSquare += std::pow(count - draws / 14.0, 2) / (draws / 14.0);
    EXPECT_LT(chiSquare, 34.5); // 13 degrees of freedom, p = 0.001
}

TEST(RandomStream, NormalHasItsMoments)
{
    RandomStream stream(5, RandomPurpose::Weights);
    double sum = 0;
    double squares = 0;
    constexpr int draws = 100'000;
    for (int i = 0; i < draws; ++i) {
        const double value = stream.normal();
        sum += value;
        squares += value * value;
    }
    EXPECT_NEAR(sum / draws, 0, 0.01);
    EXPECT_NEAR(squares / draws, 1, 0.02);
}

TEST(RandomStream, ShuffleIsAPermutation)
{
    std::vector<int> items(50);
    std::iota(items.begin(), items.end(), 0);
    RandomStream stream(1, RandomPurpose::Shuffle);
    stream.shuffle(std::span(items));
    EXPECT_FALSE(std::is_sorted(items.begin(), items.end()));
    std::sort(items.begin(), items.end());
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(items[static_cast<std::size_t>(i)], i);
}

} // namespace nakama
