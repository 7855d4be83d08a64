#include "core/training/training.h"

#include <gtest/gtest.h>

namespace nakama
{

TEST(ClassWeights, AreInverseCountsScaledToTheNumberOfClasses)
{
    // 1/10 + 1/20 + 1/40 = 0.175; 0.1/0.175·3, 0.05/0.175·3, 0.025/0.175·3
    const auto weights = classWeights({10, 20, 40});
    ASSERT_EQ(weights.size(), 3u);
    EXPECT_DOUBLE_EQ(weights[0], 0.1 / 0.175 * 3);
    EXPECT_DOUBLE_EQ(weights[1], 0.05 / 0.175 * 3);
    EXPECT_DOUBLE_EQ(weights[2], 0.025 / 0.175 * 3);
    EXPECT_NEAR(weights[0] + weights[1] + weights[2], 3, 1e-12);
}

TEST(ClassWeights, OfEqualCountsAreOne)
{
    for (const double weight : classWeights({7, 7, 7, 7}))
        EXPECT_DOUBLE_EQ(weight, 1);
}

TEST(ClassWeights, AClassWithoutPicturesGetsNothingAndTakesNothing)
{
    const auto weights = classWeights({4, 0, 4});
    EXPECT_DOUBLE_EQ(weights[0], 1.5);
    EXPECT_DOUBLE_EQ(weights[1], 0);
    EXPECT_DOUBLE_EQ(weights[2], 1.5);
    EXPECT_EQ(classWeights({0, 0}), (std::vector<double>{0, 0}));
}

} // namespace nakama
