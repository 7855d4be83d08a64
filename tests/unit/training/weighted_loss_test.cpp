#include "core/training/detail/weighted_loss.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nakama
{

TEST(WeightedLoss, EqualsTheSumByHand)
{
    // Softmax of (0, ln 3) is (1/4, 3/4); of (ln 4, 0) it is (4/5, 1/5).
    const auto logits = torch::tensor({{0.f, std::log(3.f)}, {std::log(4.f), 0.f}, {0.f, 0.f}});
    const auto labels = torch::tensor({0, 1, 1}, torch::kLong);
    const auto weights = torch::tensor({3.f, 0.5f});
    const double byHand = (3 * std::log(4.0) + 0.5 * std::log(5.0) + 0.5 * std::log(2.0)) / (3 + 0.5 + 0.5);
    EXPECT_NEAR(weightedCrossEntropy(logits, labels, weights).item<double>(), byHand, 1e-6);
}

TEST(WeightedLoss, SmoothingSpreadsAShareOfTheLabelOverAllClasses)
{
    const auto logits = torch::tensor({{0.f, std::log(3.f)}});
    const auto labels = torch::tensor({1}, torch::kLong);
    const double byHand = 0.9 * std::log(4.0 / 3) + 0.1 * 0.5 * (std::log(4.0) + std::log(4.0 / 3));
    EXPECT_NEAR(weightedCrossEntropy(logits, labels, torch::ones({2}), 0.1).item<double>(), byHand, 1e-6);
}

TEST(WeightedLoss, OfAnEpochIsTheMeanOverAllItsPictures)
{
    // As if the four pictures had been one batch: losses 1, 2 (class 0, weight 2) and 3, 5 (class 1, weight
    // 1).
    EpochLoss loss({2, 1});
    const std::vector<std::int64_t> first{0, 1};
    const std::vector<std::int64_t> second{0, 1};
    loss.add((2 * 1 + 1 * 3) / 3.0, first);
    loss.add((2 * 2 + 1 * 5) / 3.0, second);
    EXPECT_DOUBLE_EQ(loss.sum().mean(), (2 * 1 + 3 + 2 * 2 + 5) / 6.0);

    EpochLoss uneven({2, 1});
    const std::vector<std::int64_t> three{0, 0, 1};
    const std::vector<std::int64_t> one{1};
    uneven.add(1, three);
    uneven.add(7, one);
    EXPECT_DOUBLE_EQ(uneven.sum().mean(), (5 * 1 + 1 * 7) / 6.0);
}

TEST(WeightedLoss, OfNothingIsZero)
{
    EXPECT_EQ(EpochLoss({1, 1}).sum().mean(), 0);
}

} // namespace nakama
