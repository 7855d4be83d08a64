#include "core/evaluation/metrics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace nakama
{

namespace
{

/** n rows of class 0 and n of class 1, of which one in every `wrongEvery` is answered wrongly. */
PredictionTable twoClasses(int n, int wrongEvery)
{
    PredictionTable table{{"A", "B"}, {}};
    for (int i = 0; i < 2 * n; ++i) {
        const int label = i % 2;
        const bool right = (i / 2) % wrongEvery != 0;
        const bool answer = right == (label == 1);
        table.rows.push_back({"", "", label, {answer ? 0.0f : 1.0f, answer ? 1.0f : 0.0f}});
    }
    return table;
}

double width(const Interval& interval)
{
    return interval.high - interval.low;
}

} // namespace

TEST(Bootstrap, MicroAgreesWithTheBinomialInterval)
{
    const auto table = twoClasses(200, 5); // accuracy 0.8 on 400
    const auto intervals = bootstrapIntervals(table, {}, 4000);
    const double expected = 1.96 * std::sqrt(0.8 * 0.2 / 400);
    EXPECT_NEAR(intervals.at("micro").low, 0.8 - expected, 0.006);
    EXPECT_NEAR(intervals.at("micro").high, 0.8 + expected, 0.006);
    const auto scores = computeMetrics(table).value().f1;
    EXPECT_LT(intervals.at("macro").low, scores.macro);
    EXPECT_GT(intervals.at("macro").high, scores.macro);
    EXPECT_LT(intervals.at("weighted").low, scores.weighted);
    EXPECT_GT(intervals.at("weighted").high, scores.weighted);
}

TEST(Bootstrap, CopiesOfAPictureAreNoEvidence)
{
    // Every picture four times, in one group: the interval must be that of the single pictures.
    const auto single = twoClasses(50, 5);
    PredictionTable copied{single.classes, {}};
    std::vector<int> groups;
    for (std::size_t i = 0; i < single.rows.size(); ++i) {
        for (int copy = 0; copy < 4; ++copy) {
            copied.rows.push_back(single.rows[i]);
            groups.push_back(static_cast<int>(1000 - i));
        }
    }
    const auto grouped = bootstrapIntervals(copied, groups, 2000);
    EXPECT_NEAR(width(grouped.at("micro")), width(bootstrapIntervals(single, {}, 2000).at("micro")), 0.01);
    EXPECT_LT(width(bootstrapIntervals(copied, {}, 2000).at("micro")), 0.6 * width(grouped.at("micro")));
}

TEST(Bootstrap, SeedDecides)
{
    const auto table = twoClasses(30, 4);
    const auto low = [&](std::uint64_t seed) {
        return bootstrapIntervals(table, {}, 200, seed).at("macro").low;
    };
    EXPECT_EQ(low(1), low(1));
    EXPECT_NE(low(1), low(2));
}

TEST(Bootstrap, APerfectScoreOnFewPicturesIsNotCertain)
{
    // The exact binomial bound for 20 of 20: a model that errs in 17 % does that once in forty sets.
    PredictionTable table{{"A", "B"}, {}};
    for (int i = 0; i < 20; ++i)
        table.rows.push_back({"", "", i % 2, {i % 2 == 0 ? 1.0f : 0, 0.5f}});
    for (const auto& [name, interval] : bootstrapIntervals(table, {}, 300)) {
        EXPECT_NEAR(interval.low, std::pow(0.025, 1.0 / 20), 1e-12) << name;
        EXPECT_EQ(interval.high, 1) << name;
    }
    for (auto& row : table.rows)
        row.label = 1 - row.label;
    EXPECT_EQ(bootstrapIntervals(table, {}, 300).at("macro").low, 0);
    EXPECT_NEAR(bootstrapIntervals(table, {}, 300).at("macro").high, 1 - std::pow(0.025, 1.0 / 20), 1e-12);
}

TEST(Bootstrap, AClassWithoutPicturesMayBeAsGoodAsTheOthers)
{
    PredictionTable table{{"A", "never"}, {}};
    for (int i = 0; i < 10; ++i)
        table.rows.push_back({"", "", 0, {1, 0}});
    EXPECT_EQ(computeMetrics(table).value().f1.macro, 0.5);
    const auto macro = bootstrapIntervals(table, {}, 100).at("macro");
    EXPECT_LT(macro.low, 0.5);
    EXPECT_EQ(macro.high, 1);
}

TEST(Bootstrap, RowsWithoutLabelAreSkippedAndNoRowsGiveNoInterval)
{
    auto table = twoClasses(30, 4);
    const auto before = bootstrapIntervals(table, {}, 100);
    table.rows.insert(table.rows.begin(), {"", "", -1, {0, 1}});
    EXPECT_EQ(bootstrapIntervals(table, {}, 100).at("macro").low, before.at("macro").low);
    EXPECT_TRUE(bootstrapIntervals({{"A"}, {}}, {}).empty());
    EXPECT_THROW(bootstrapIntervals(table, {1, 2}), std::invalid_argument);
}

} // namespace nakama
