#include "core/evaluation/ensemble.h"
#include "core/evaluation/result_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace nakama
{

using testing::HasSubstr;

namespace
{

ResultTable exampleTable()
{
    Metrics metrics;
    metrics.n = 214;
    metrics.loss = 0.5125;
    metrics.groups = 200;
    metrics.leakedGroups = 3;
    metrics.f1 = {0.9, 0.8, 0.85};
    metrics.intervals = {{"macro", {0.75, 0.84}}};
    return {"Held-out test, n = 214", {{"resnet_18 | 50 % \"new\"", metrics}}};
}

Prediction row(const std::string& id, std::vector<float> logits)
{
    return {id, "", 0, std::move(logits)};
}

} // namespace

TEST(ResultTable, IsWrittenForEachReader)
{
    const auto markdown = markdownOf(exampleTable());
    EXPECT_THAT(markdown, HasSubstr("**Held-out test, n = 214**"));
    EXPECT_THAT(markdown, HasSubstr("| resnet\\_18 \\| 50 % \"new\" | 214 | 3 groups cross | 0.512 | 0.800 "
                                    "[0.750, 0.840] | 0.900 | 0.850 |"));
    const auto latex = latexOf(exampleTable());
    EXPECT_THAT(latex, HasSubstr("resnet\\_18 | 50 \\% \"new\" & 214 & 3 groups cross & 0.512 & 0.800 "
                                 "[0.750, 0.840] & 0.900 & 0.850 \\\\\n"));
    EXPECT_THAT(latex, HasSubstr("\\toprule"));
    EXPECT_EQ(
        csvOf(exampleTable()),
        "model,n,split,leaked_groups,groups,ce_loss,macro,macro_low,macro_high,micro,micro_low,micro_high,"
        "weighted,weighted_low,"
        "weighted_high\n"
        "\"resnet_18 | 50 % \"\"new\"\"\",214,3 groups cross,3,200,0.5125,0.8,0.75,0.84,0.9,,,0.85,,\n");
}

TEST(Ensemble, IsTheMeanOfProbabilitiesOnWhatAllAnswered)
{
    const auto log = [](double value) { return static_cast<float>(std::log(value)); };
    const PredictionTable a{{"A", "B"}, {row("1", {log(0.9), log(0.1)}), row("2", {0, 0}), row("3", {0, 0})}};
    const PredictionTable b{{"A", "B"}, {row("3", {0, 0}), row("1", {log(0.2), log(0.8)})}};
    const auto mean = meanOfProbabilities({a, b}).value();
    ASSERT_EQ(mean.rows.size(), 2u);
    EXPECT_EQ(mean.rows[0].id, "1");
    EXPECT_NEAR(mean.rows[0].probabilities()[0], 0.55, 1e-6);
    EXPECT_EQ(mean.rows[1].id, "3");

    const PredictionTable sure{{"A", "B"}, {row("1", {0, -1000})}};
    EXPECT_TRUE(std::isfinite(meanOfProbabilities({sure, sure})->rows[0].logits[1]));
    EXPECT_FALSE(meanOfProbabilities({}));
    EXPECT_FALSE(meanOfProbabilities({a, {{"A", "C"}, {}}}));
}

} // namespace nakama
