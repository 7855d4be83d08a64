#include "core/augment/noise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace nakama
{

TEST(Noise, IsNormal)
{
    constexpr int count = 200'001; // odd: the last one takes half a draw
    std::vector<float> values(count);
    RandomStream random(3, RandomPurpose::Augment);
    fillWithNoise(values, random);

    // Eight ranges that are equally likely: the quartiles and eighths of the normal distribution.
    constexpr std::array<float, 7> borders{-1.15035f, -0.67449f, -0.31864f, 0, 0.31864f, 0.67449f, 1.15035f};
    std::array<int, 8> counts{};
    double sum = 0;
    double squares = 0;
    for (const float value : values) {
        ++counts[static_cast<std::size_t>(std::ranges::upper_bound(borders, value) - borders.begin())];
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    double chiSquare = 0;
    for (const int number : counts)
        chiSquare += std::pow(number - count / 8.0, 2) / (count / 8.0);
    EXPECT_LT(chiSquare, 24.3); // 7 degrees of freedom, p = 0.001
    EXPECT_NEAR(sum / count, 0, 0.01);
    EXPECT_NEAR(squares / count, 1, 0.01);
    EXPECT_LT(*std::ranges::max_element(values), 4.34f);
    EXPECT_GT(*std::ranges::max_element(values), 3.5f);
}

TEST(Noise, TheSameStreamGivesTheSameNoise)
{
    std::array<std::vector<float>, 3> values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i].resize(7);
        RandomStream random(3, RandomPurpose::Augment, 0, i / 2);
        fillWithNoise(values[i], random);
    }
    EXPECT_EQ(values[0], values[1]);
    EXPECT_NE(values[0], values[2]);
}

} // namespace nakama
