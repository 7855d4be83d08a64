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

TEST(BatchPlan, DrawsAreSharedOutByAPowerOfTheNumbers)
{
    using Counts = std::vector<std::int64_t>;
    const Counts counts{90, 0, 10};
    EXPECT_EQ(drawsPerClass(counts, 0), counts);
    EXPECT_EQ(drawsPerClass(counts, 1), (Counts{50, 0, 50}));
    EXPECT_EQ(drawsPerClass(counts, 0.5), (Counts{75, 0, 25})); // √90 : √10 = 3 : 1
    EXPECT_EQ(drawsPerClass(Counts{1, 1, 1, 7}, 1), (Counts{3, 3, 2, 2})) << "they add up to all";
}

TEST(BatchPlan, BalancedEpochsHaveEveryRarePictureAndRepeatItEvenly)
{
    std::vector<int> labels(30, 0);
    for (int i = 0; i < 3; ++i)
        labels.push_back(1);
    const std::vector<std::int64_t> draws{16, 17};
    const auto drawn = flat(balanced(labels, draws, 4, 1, 1));
    EXPECT_EQ(drawn.size(), 33u);
    std::vector<int> times(33, 0);
    std::vector<int> all = drawn;
    std::ranges::sort(all);
    EXPECT_EQ(std::ranges::adjacent_find(all), all.end()) << "repeats are told apart";
    for (const int place : drawn)
        ++times[static_cast<std::size_t>(place % 33)];
    EXPECT_EQ(*std::ranges::max_element(times.begin(), times.begin() + 30), 1);
    for (std::size_t i = 30; i < 33; ++i)
        EXPECT_GE(times[i], 5); // 17 draws of 3
    EXPECT_EQ(drawn, flat(balanced(labels, draws, 4, 1, 1)));
    EXPECT_NE(drawn, flat(balanced(labels, draws, 4, 1, 2)));
}

TEST(BatchPlan, BalancedByNothingIsShuffled)
{
    const std::vector<int> labels(17, 0);
    auto all = flat(balanced(labels, std::vector<std::int64_t>{17}, 8, 1, 1));
    std::ranges::sort(all);
    EXPECT_EQ(all, flat(inOrder(17, 8)));
}

} // namespace nakama
