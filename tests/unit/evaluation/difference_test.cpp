#include "core/evaluation/difference.h"

#include <gtest/gtest.h>

namespace nakama
{

TEST(Difference, AddsTheSquaresOfTheSides)
{
    const auto interval = intervalOfDifference(0.9, {0.86, 0.93}, 0.8, {0.76, 0.83});
    EXPECT_NEAR(interval.low, 0.1 - 0.05, 1e-12);  // 0.04 below a, 0.03 above b
    EXPECT_NEAR(interval.high, 0.1 + 0.05, 1e-12); // 0.03 above a, 0.04 below b
    const auto turned = intervalOfDifference(0.8, {0.76, 0.83}, 0.9, {0.86, 0.93});
    EXPECT_NEAR(turned.low, -interval.high, 1e-12);
    EXPECT_EQ(intervalOfDifference(1, {0, 1}, 0, {0, 1}).high, 1);
}

} // namespace nakama
