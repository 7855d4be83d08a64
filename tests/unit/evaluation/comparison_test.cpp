#include "core/base/random.h"
#include "core/evaluation/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nakama
{

namespace
{

/** Answers on pictures of three classes in turn, right with this probability. */
ComparedRun runOf(const std::string& id, double accuracy, std::uint64_t seed, int pictures = 150)
{
    RandomStream random(seed, RandomPurpose::Bootstrap);
    ComparedRun run{id, {{"A", "B", "C"}, {}}};
    for (int i = 0; i < pictures; ++i) {
        Prediction row{"p" + std::to_string(i), "", i % 3, {0, 0, 0}};
        row.logits[static_cast<std::size_t>(random.chance(accuracy) ? i % 3 : (i + 1) % 3)] = 1;
        run.table.rows.push_back(std::move(row));
    }
    return run;
}

} // namespace

TEST(Comparison, TheBetterRunWins)
{
    const auto comparison = compareRuns({runOf("weak", 0.6, 1), runOf("strong", 0.95, 2)}).value();
    EXPECT_EQ(comparison.n, 150);
    EXPECT_EQ(comparison.groups, 150);
    const auto& pair = comparison.pairs.at(0);
    EXPECT_EQ(pair.verdict, Verdict::BBetter);
    EXPECT_LT(pair.deltaMacro, -0.2);
    EXPECT_LT(pair.interval.low, pair.deltaMacro);
    EXPECT_LT(pair.deltaMacro, pair.interval.high);
    EXPECT_LT(pair.interval.high, 0);
    EXPECT_LT(pair.mcnemarP, 1e-6);
    EXPECT_THAT(pair.words(), testing::StartsWith("strong is better than weak"));
    const auto turned = compareRuns({runOf("strong", 0.95, 2), runOf("weak", 0.6, 1)}).value();
    EXPECT_EQ(turned.pairs[0].verdict, Verdict::ABetter);
    EXPECT_DOUBLE_EQ(turned.pairs[0].deltaMacro, -pair.deltaMacro);
}

TEST(Comparison, ARunEqualsItself)
{
    const auto run = runOf("one", 0.8, 3);
    auto pair = compareRuns({run, {"same", run.table}}).value().pairs.at(0);
    EXPECT_EQ(pair.verdict, Verdict::NoClearWinner);
    EXPECT_EQ(pair.p, 1);
    EXPECT_EQ(pair.mcnemarP, 1);
    EXPECT_EQ(pair.interval.high, 0);
    EXPECT_THAT(pair.words(), testing::HasSubstr("no clear winner"));
}

TEST(Comparison, EqualRunsAreSeldomCalledDifferent)
{
    int different = 0;
    for (std::uint64_t i = 0; i < 200; ++i)
        different +=
            compareRuns({runOf("a", 0.8, 100 + 2 * i, 60), runOf("b", 0.8, 101 + 2 * i, 60)}, {}, 200)
                .value()
                .pairs[0]
                .verdict != Verdict::NoClearWinner;
    EXPECT_LE(different, 16); // 5 % of 200 is 10; beyond 16 in one of forty such tests
    EXPECT_GE(different, 1);  // a test that never speaks says nothing
}

TEST(Comparison, CopiesAreNoEvidence)
{
    // Ten pictures in fifteen copies each: what looks certain on 150 pictures is not on ten.
    auto a = runOf("a", 0, 1);
    auto b = a;
    b.id = "b";
    std::map<std::string, std::int64_t> groups;
    for (std::size_t i = 0; i < 150; ++i) {
        groups["p" + std::to_string(i)] = static_cast<std::int64_t>(i / 15);
        if (i < 45)
            std::swap(b.table.rows[i].logits[i % 3], b.table.rows[i].logits[(i + 1) % 3]);
    }
    EXPECT_EQ(compareRuns({a, b}).value().pairs[0].verdict, Verdict::BBetter);
    const auto grouped = compareRuns({a, b}, groups).value();
    EXPECT_EQ(grouped.groups, 10);
    EXPECT_EQ(grouped.pairs[0].verdict, Verdict::NoClearWinner);
}

TEST(Comparison, OnlyCommonPicturesCountWithTheLabelsOfTheFirst)
{
    auto a = runOf("a", 1, 1);
    auto b = runOf("b", 1, 2);
    a.table.rows.erase(a.table.rows.begin(), a.table.rows.begin() + 50);
    a.table.rows[0].label = -1;
    b.table.rows[60].label = 2; // of a picture that a says is of class 0
    std::reverse(b.table.rows.begin(), b.table.rows.end());
    const auto comparison = compareRuns({a, b}).value();
    EXPECT_EQ(comparison.n, 99);
    EXPECT_EQ(comparison.pairs[0].deltaMacro, 0);
}

TEST(Comparison, EachTwoRunsAndHolmsCorrection)
{
    const auto comparison =
        compareRuns({runOf("a", 0.9, 1), runOf("b", 0.9, 2), runOf("c", 0.7, 3), runOf("d", 0.2, 4)}).value();
    ASSERT_EQ(comparison.pairs.size(), 6u);
    EXPECT_EQ(comparison.pairs[3].a, "b");
    EXPECT_EQ(comparison.pairs[3].b, "c");
    for (const auto& pair : comparison.pairs)
        EXPECT_GE(pair.adjustedP, pair.p);
    EXPECT_EQ(holmAdjusted({0.01, 0.04, 0.03}), (std::vector<double>{0.03, 0.06, 0.06}));
    EXPECT_EQ(holmAdjusted({0.9, 0.8}), (std::vector<double>{1, 1}));
}

TEST(Comparison, McNemarIsTheExactBinomialTest)
{
    EXPECT_EQ(mcnemarP(0, 0), 1);
    EXPECT_EQ(mcnemarP(3, 3), 1);
    EXPECT_NEAR(mcnemarP(0, 5), 0.0625, 1e-12); // scipy.stats.binomtest(0, 5).pvalue
    EXPECT_NEAR(mcnemarP(9, 2), 0.0654296875, 1e-12);
    EXPECT_NEAR(mcnemarP(4000, 4200), 0.0279724235713, 1e-10); // the sum of thousands of terms stays exact
}

TEST(Comparison, WhatCannotBeComparedIsSaid)
{
    const auto a = runOf("a", 1, 1);
    EXPECT_EQ(compareRuns({a}).error().code, ErrorCode::InvalidArgument);
    auto other = runOf("other", 1, 1);
    other.table.classes[0] = "Z";
    EXPECT_EQ(compareRuns({a, other}).error().context, "other");
    auto elsewhere = runOf("elsewhere", 1, 1);
    for (auto& row : elsewhere.table.rows)
        row.id += "x";
    EXPECT_THAT(compareRuns({a, elsewhere}).error().message, testing::HasSubstr("in common"));
}

} // namespace nakama
