#include "core/training/rate_search.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace nakama
{

namespace
{

/** A loss that falls in an S around 1e-3 and runs away from 0.1 on. */
std::vector<RateTrial> usualTrials()
{
    std::vector<RateTrial> trials;
    for (const double rate : ratesToTry()) {
        const double fall = 2 / (1 + std::exp(-3 * (std::log10(rate) + 3)));
        trials.push_back({rate, 3 - fall + 100 * rate * rate});
    }
    return trials;
}

} // namespace

TEST(RateSearch, TriesEqualStepsOfTheLogarithm)
{
    const auto rates = ratesToTry();
    EXPECT_DOUBLE_EQ(rates.front(), 1e-6);
    EXPECT_NEAR(rates.back(), 10, 1e-9);
    EXPECT_LE(rates.size(), 200u);
    EXPECT_NEAR(rates[21] / rates[20], rates[1] / rates[0], 1e-12);
}

TEST(RateSearch, SuggestsWhereTheLossFallsFastest)
{
    EXPECT_NEAR(std::log10(suggestedRate(usualTrials())), -3, 0.15);
}

TEST(RateSearch, TheFirstBatchesAndTheirNoiseDecideNothing)
{
    auto trials = usualTrials();
    for (std::size_t i = 0; i < 20; ++i)
        trials[i].loss += 2.0 / static_cast<double>(1 + i * i); // a first batch that was hard
    for (std::size_t i = 0; i < trials.size(); ++i)
        trials[i].loss += i % 2 == 0 ? 0.03 : -0.03;
    EXPECT_NEAR(std::log10(suggestedRate(trials)), -3, 0.3);
}

TEST(RateSearch, SuggestsNothingWhereTheLossNeverFalls)
{
    std::vector<RateTrial> rising;
    for (const double rate : ratesToTry())
        rising.push_back({rate, 1 + rate});
    EXPECT_EQ(suggestedRate(rising), 0);
    EXPECT_EQ(suggestedRate({}), 0);
}

TEST(RateSearch, KnowsALossThatRunsAway)
{
    std::vector<RateTrial> trials{{1e-6, 2}, {1e-5, 1}, {1e-4, 3.9}};
    EXPECT_FALSE(runsAway(trials));
    trials.push_back({1e-3, 4.1});
    EXPECT_TRUE(runsAway(trials));
    EXPECT_FALSE(runsAway({}));
    trials.back().loss = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(runsAway(trials));
}

TEST(RateSearch, SmoothingBeginsAtTheFirstLossAndForgets)
{
    SmoothedLoss smoothed;
    EXPECT_EQ(smoothed.add(4), 4);
    EXPECT_NEAR(smoothed.add(2), (0.9 * 4 + 2) / 1.9, 1e-12);
    double last = 0;
    for (int i = 0; i < 100; ++i)
        last = smoothed.add(1);
    EXPECT_NEAR(last, 1, 1e-4);
}

} // namespace nakama
