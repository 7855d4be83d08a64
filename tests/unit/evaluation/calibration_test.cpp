#include "core/base/random.h"
#include "core/evaluation/calibration.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/precision_recall.h"
#include "tests/unit/evaluation/golden_cases.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nakama
{

TEST(Calibration, EqualsTheOraclesOnStoredCases)
{
    for (const auto& [name, table, expected] : test::goldenCases()) {
        SCOPED_TRACE(name);
        EXPECT_NEAR(reliability(table).ece, expected.at("ece").get<double>(), 1e-9);
        const double temperature = fitTemperature(table);
        if (expected.at("temperature").is_null())
            EXPECT_EQ(temperature, 1);
        else
            EXPECT_NEAR(temperature, expected.at("temperature").get<double>(), 1e-5 * temperature);
    }
}

TEST(Calibration, FindsTheTemperatureThatMadeTheLabels)
{
    // Labels are drawn from the softmax of logits that the table then gives twice too large.
    RandomStream random(1, RandomPurpose::Bootstrap);
    PredictionTable table{{"A", "B", "C", "D"}, {}};
    for (int i = 0; i < 20'000; ++i) {
        Prediction row;
        for (int k = 0; k < 4; ++k)
            row.logits.push_back(static_cast<float>(2 * random.normal()));
        double draw = random.uniform();
        for (const double probability : row.probabilities()) {
            ++row.label;
            if ((draw -= probability) < 0)
                break;
        }
        for (float& logit : row.logits)
            logit *= 2;
        table.rows.push_back(std::move(row));
    }
    const double temperature = fitTemperature(table);
    EXPECT_NEAR(temperature, 2, 0.05);
    EXPECT_GT(reliability(table).ece, 0.08);
    EXPECT_LT(reliability(table, temperature).ece, 0.015);
    EXPECT_LT(computeMetrics(calibrated(table, temperature))->loss, computeMetrics(table)->loss);
}

TEST(Calibration, BinsHoldWhatTheySay)
{
    const auto logit = [](double probability) {
        return static_cast<float>(std::log(probability / (1 - probability)));
    };
    const PredictionTable table{{"A", "B"},
                                {{"", "", 0, {logit(0.9), 0}},
                                 {"", "", 1, {logit(0.9), 0}},
                                 {"", "", 1, {0, 0}},
                                 {"", "", -1, {9, 0}}}};
    const auto diagram = reliability(table, 1, 10);
    ASSERT_EQ(diagram.bins.size(), 10u);
    EXPECT_EQ(diagram.bins[4].n, 1); // 0.5 is in the bin that it closes
    EXPECT_EQ(diagram.bins[4].accuracy, 0);
    const auto& bin = diagram.bins[8].n == 2 ? diagram.bins[8] : diagram.bins[9];
    EXPECT_EQ(bin.n, 2);
    EXPECT_EQ(bin.accuracy, 0.5);
    EXPECT_NEAR(bin.confidence, 0.9, 1e-6);
    EXPECT_NEAR(diagram.ece, (0.5 + 2 * 0.4) / 3, 1e-6);
    EXPECT_EQ(reliability({{"A"}, {}}).ece, 0);
    EXPECT_EQ(fitTemperature({{"A"}, {}}), 1);
}

TEST(PrecisionRecall, EqualsScikitLearnPointByPoint)
{
    int compared = 0;
    for (const auto& [name, table, expected] : test::goldenCases()) {
        SCOPED_TRACE(name);
        if (expected.at("curve").is_null())
            continue;
        const auto curve = precisionRecallCurves(table).front();
        const auto& oracle = expected.at("curve");
        ASSERT_GE(curve.points.size(), oracle.at("threshold").size());
        for (std::size_t i = 0; i < oracle.at("threshold").size(); ++i, ++compared) {
            EXPECT_NEAR(curve.points[i].threshold, oracle.at("threshold")[i].get<double>(), 1e-9);
            EXPECT_NEAR(curve.points[i].precision, oracle.at("precision")[i].get<double>(), 1e-9);
            EXPECT_NEAR(curve.points[i].recall, oracle.at("recall")[i].get<double>(), 1e-9);
        }
        EXPECT_EQ(curve.points.back().recall, 1);
    }
    EXPECT_GT(compared, 200);
}

} // namespace nakama
