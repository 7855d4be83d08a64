#include "core/base/random.h"
#include "core/evaluation/suspects.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace nakama
{

namespace
{

Prediction picture(int label, const std::vector<double>& probabilities)
{
    Prediction row{"", "", label, {}};
    for (const double probability : probabilities)
        row.logits.push_back(static_cast<float>(std::log(probability)));
    return row;
}

} // namespace

TEST(SuspectedLabels, FindsPlantedMistakesAmongHonestDoubts)
{
    // A model that is right in nineteen of twenty, and 6 of 300 labels changed.
    RandomStream random(5, RandomPurpose::Bootstrap);
    PredictionTable table{{"A", "B", "C", "D", "E", "F"}, {}};
    std::set<std::size_t> planted;
    for (std::size_t i = 0; i < 300; ++i) {
        const auto truth = random.below(6);
        Prediction row;
        for (int k = 0; k < 6; ++k)
            row.logits.push_back(static_cast<float>(random.normal()));
        row.logits[truth] += 4;
        row.label = static_cast<int>(truth);
        if (i % 50 == 7) {
            row.label = static_cast<int>((truth + 1 + random.below(5)) % 6);
            planted.insert(i);
        }
        table.rows.push_back(std::move(row));
    }
    const auto suspects = suspectedLabels(table);
    ASSERT_GE(suspects.size(), planted.size());
    EXPECT_LT(suspects.size(), 60u);
    std::size_t found = 0;
    for (std::size_t i = 0; i < 10; ++i)
        found += planted.contains(suspects[i].row);
    EXPECT_GE(found, 5u);
    for (std::size_t i = 1; i < suspects.size(); ++i) {
        EXPECT_GE(suspects[i - 1].confident, suspects[i].confident);
        if (suspects[i - 1].confident == suspects[i].confident) {
            EXPECT_GE(suspects[i - 1].score, suspects[i].score);
        }
    }
}

TEST(SuspectedLabels, AClassOfWhichTheModelIsNeverSureHasALowThreshold)
{
    // Mean probability of their own class: A 0.7, B 0.4. The last picture reaches B's threshold, not A's.
    const PredictionTable table{{"A", "B", "C"},
                                {picture(0, {0.9, 0.05, 0.05}), picture(0, {0.9, 0.05, 0.05}),
                                 picture(1, {0.3, 0.4, 0.3}), picture(1, {0.3, 0.4, 0.3}),
                                 picture(0, {0.3, 0.45, 0.25})}};
    const auto suspects = suspectedLabels(table);
    ASSERT_EQ(suspects.size(), 1u);
    EXPECT_EQ(suspects[0].row, 4u);
    EXPECT_TRUE(suspects[0].confident);
    EXPECT_EQ(suspects[0].answer, 1);
    EXPECT_NEAR(suspects[0].score, 0.15, 1e-6);
    EXPECT_NEAR(suspects[0].labelProbability, 0.3, 1e-6);
}

TEST(SuspectedLabels, NoLabelsNoSuspects)
{
    EXPECT_TRUE(suspectedLabels({{"A", "B"}, {picture(-1, {0.1, 0.9})}}).empty());
    EXPECT_TRUE(suspectedLabels({{"A"}, {}}).empty());
}

TEST(Suspects, ListsAreSortedByWhatTheySay)
{
    const PredictionTable table{{"A", "B", "C"},
                                {picture(0, {0.6, 0.3, 0.1}), picture(0, {0.01, 0.98, 0.01}),
                                 picture(2, {0.45, 0.44, 0.11}), picture(-1, {0.5, 0.5, 1e-9})}};
    const auto losses = topLosses(table, 2);
    ASSERT_EQ(losses.size(), 2u);
    EXPECT_EQ(losses[0].row, 1u);
    EXPECT_NEAR(losses[0].score, -std::log(0.01), 1e-5);
    EXPECT_EQ(losses[1].row, 2u);

    const auto mistakes = confidentMistakes(table, 10);
    ASSERT_EQ(mistakes.size(), 2u);
    EXPECT_EQ(mistakes[0].row, 1u);
    EXPECT_EQ(mistakes[0].answer, 1);
    EXPECT_NEAR(mistakes[1].score, 0.45, 1e-6);

    const auto border = nearTheBorder(table, 10);
    ASSERT_EQ(border.size(), 4u);
    EXPECT_EQ(border[0].row, 3u);
    EXPECT_EQ(border[1].row, 2u);
    EXPECT_NEAR(border[1].score, 0.99, 1e-6);
    EXPECT_EQ(border[3].row, 1u);
}

} // namespace nakama
