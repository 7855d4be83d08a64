#include "core/evaluation/metrics.h"
#include "tests/unit/evaluation/golden_cases.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace nakama
{

namespace
{

PredictionTable oneRow(int label, std::vector<float> logits)
{
    return {{"A", "B", "C"}, {{"1", "picture.png", label, std::move(logits)}}};
}

} // namespace

TEST(Metrics, EqualScikitLearn)
{
    constexpr double tolerance = 1e-9;
    const auto cases = test::goldenCases();
    ASSERT_GE(cases.size(), 13u);
    for (const auto& [name, table, expected] : cases) {
        SCOPED_TRACE(name);
        const auto metrics = computeMetrics(table);
        ASSERT_TRUE(metrics) << metrics.error().text();
        EXPECT_EQ(metrics->n, expected.at("n"));
        EXPECT_NEAR(metrics->loss, expected.at("loss").get<double>(), tolerance);
        EXPECT_NEAR(metrics->f1.micro, expected.at("micro").get<double>(), tolerance);
        EXPECT_NEAR(metrics->f1.macro, expected.at("macro").get<double>(), tolerance);
        EXPECT_NEAR(metrics->f1.weighted, expected.at("weighted").get<double>(), tolerance);
        EXPECT_NEAR(metrics->top3, expected.at("top3").get<double>(), tolerance);
        EXPECT_EQ(nlohmann::json(metrics->confusion), expected.at("confusion"));
        ASSERT_EQ(metrics->perClass.size(), table.classes.size());
        for (std::size_t k = 0; k < metrics->perClass.size(); ++k) {
            const auto& one = metrics->perClass[k];
            EXPECT_EQ(one.name, table.classes[k]);
            EXPECT_EQ(one.support, expected.at("support")[k]);
            EXPECT_NEAR(one.precision, expected.at("precision")[k].get<double>(), tolerance);
            EXPECT_NEAR(one.recall, expected.at("recall")[k].get<double>(), tolerance);
            EXPECT_NEAR(one.f1, expected.at("f1")[k].get<double>(), tolerance);
            EXPECT_NEAR(one.averagePrecision, expected.at("average_precision")[k].get<double>(), tolerance);
        }
        EXPECT_NEAR(metrics->averagePrecision, expected.at("macro_average_precision").get<double>(),
                    tolerance);
    }
}

TEST(Metrics, LossStaysFiniteWhereExponentialsOverflow)
{
    const auto metrics = computeMetrics(oneRow(1, {2000, 0, -2000}));
    ASSERT_TRUE(metrics);
    EXPECT_DOUBLE_EQ(metrics->loss, 2000);
}

TEST(Metrics, WithoutAnyLabelThereIsNothingToSay)
{
    const auto metrics = computeMetrics(oneRow(-1, {1, 2, 3}));
    ASSERT_FALSE(metrics);
    EXPECT_EQ(metrics.error().code, ErrorCode::InvalidArgument);
    EXPECT_FALSE(computeMetrics({{"A"}, {}}));
}

TEST(Metrics, RowsThatDoNotFitAreNamed)
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    for (const auto& table :
         {oneRow(0, {1, 2}), oneRow(3, {1, 2, 3}), oneRow(0, {nan, 2, 3}), oneRow(0, {})}) {
        const auto metrics = computeMetrics(table);
        ASSERT_FALSE(metrics);
        EXPECT_EQ(metrics.error().code, ErrorCode::InvalidArgument);
        EXPECT_EQ(metrics.error().context, "picture.png");
    }
}

TEST(Metrics, WhetherTheSplitLeaksIsSaidInWords)
{
    Metrics metrics;
    EXPECT_EQ(metrics.leakState(), "not checked");
    metrics.leakedGroups = 0;
    EXPECT_EQ(metrics.leakState(), "leak-free");
    metrics.leakedGroups = 1;
    EXPECT_EQ(metrics.leakState(), "1 group crosses");
}

TEST(Metrics, F1FromAnEmptyMatrixIsZero)
{
    EXPECT_EQ(f1FromConfusion({}).macro, 0);
    EXPECT_EQ(f1FromConfusion({{0, 0}, {0, 0}}).micro, 0);
}

TEST(Metrics, JsonHasTheFieldsOfTheCommandLineAndReadsBack)
{
    // Names whose alphabetical order is not their own: the order must survive.
    PredictionTable table{{"Zoë", "Anna", "<b>"}, {}};
    for (int i = 0; i < 9; ++i)
        table.rows.push_back({"", "", i % 3, {static_cast<float>(i), 3, 4}});
    auto metrics = computeMetrics(table).value();
    metrics.intervals = bootstrapIntervals(table, {}, 50);
    metrics.groups = 7;
    metrics.leakedGroups = 2;
    metrics.calibration = Calibration{1.5, 0.2, 0.1};

    const nlohmann::json json = metrics;
    for (const char* field :
         {"n", "loss", "micro", "macro", "weighted", "intervals", "per_class", "confusion", "top3"})
        EXPECT_TRUE(json.contains(field)) << field;
    EXPECT_EQ(json.at("per_class").at("Anna").at("support"), 3);
    EXPECT_EQ(json.at("intervals").at("macro").size(), 2u);

    const auto again = nlohmann::json::parse(json.dump()).get<Metrics>();
    EXPECT_EQ(again.perClass.front().name, "Zoë");
    EXPECT_EQ(nlohmann::json(again), json);
    EXPECT_EQ(again.leakState(), "2 groups cross");
    EXPECT_EQ(again.calibration->temperature, 1.5);
    EXPECT_THROW(nlohmann::json::parse(R"({"n": 3})").get<Metrics>(), nlohmann::json::exception);
}

} // namespace nakama
