#include "core/training/batch_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nakama
{

namespace
{

std::vector<int> flat(const BatchPlan& plan)
{
    std::vector<int> all;
    for (const auto& batch : plan)
        all.insert(all.end(), batch.begin(), batch.end());
    return all;
}

} // namespace

TEST(BatchPlan, InOrderCutsAndKeepsAShortLastBatch)
{
    EXPECT_EQ(inOrder(5, 2), (BatchPlan{{0, 1}, {2, 3}, {4}}));
    EXPECT_TRUE(inOrder(0, 4).empty());
}

TEST(BatchPlan, ShuffledHasEveryPictureOnceAndRepeats)
{
    const auto plan = shuffled(50, 8, 3, 2);
    auto all = flat(plan);
    EXPECT_NE(all, flat(inOrder(50, 8)));
    std::ranges::sort(all);
    EXPECT_EQ(all, flat(inOrder(50, 8)));
    EXPECT_EQ(plan, shuffled(50, 8, 3, 2));
}

TEST(BatchPlan, EpochsAndSeedsDiffer)
{
    EXPECT_NE(shuffled(50, 8, 3, 1), shuffled(50, 8, 3, 2));
    EXPECT_NE(shuffled(50, 8, 3, 1), shuffled(50, 8, 4, 1));
}

TEST(BatchPlan, ALastBatchOfOneJoinsTheOneBefore)
{
    const auto plan = shuffled(17, 8, 1, 1);
    ASSERT_EQ(plan.size(), 2u);
    EXPECT_EQ(plan[0].size(), 8u);
    EXPECT_EQ(plan[1].size(), 9u);
    EXPECT_EQ(shuffled(18, 8, 1, 1).size(), 3u);
    EXPECT_EQ(shuffled(1, 8, 1, 1).size(), 1u);
}

} // namespace nakama
