#include "core/evaluation/open_set.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace nakama
{

TEST(SeveralScores, AreOfTheSurestPairOfDifferentClasses)
{
    const std::vector<double> whole{0.5, 0.3, 0.2};
    const std::vector<double> first{0.8, 0.1, 0.1}, second{0.6, 0.1, 0.3}, even{0.4, 0.3, 0.3};
    const auto beside = severalScores(whole, {first, second, even, even});
    EXPECT_EQ(beside.classes, (std::array<int, 2>{0, 2}));
    EXPECT_NEAR(beside.halves, std::log(0.8 * 0.3), 1e-12);
    EXPECT_NEAR(beside.logOdds, 0, 1e-12);
    const auto above = severalScores(whole, {even, even, second, {0, 1, 0}});
    EXPECT_EQ(above.classes, (std::array<int, 2>{0, 1}));
    const auto oneClass = severalScores(std::vector<double>{1}, {std::vector<double>{1}, {1}, {1}, {1}});
    EXPECT_EQ(oneClass.classes[0], -1) << "a model of one class never sees two";
    SeveralRule any;
    any.threshold = -1000;
    EXPECT_FALSE(any.calls(oneClass));
}

TEST(SeveralRule, CallsATwentiethOfValidationAndWhatBothScoresSpeakFor)
{
    std::vector<SeveralScores> single, several;
    for (int i = 0; i < 100; ++i) {
        single.push_back({-5 + 0.02 * (i % 50), 2 + 0.1 * (i % 10), {0, 1}});
        several.push_back({-5 + 0.02 * (i % 50), 0.05 * (i % 10), {0, 1}});
    }
    SeveralRule rule;
    rule.fit(single, several);
    EXPECT_GT(rule.weight, 0) << "halves alone say nothing here";
    EXPECT_LE(std::ranges::count_if(single, [&](const auto& s) { return rule.calls(s); }), 5);
    EXPECT_GE(std::ranges::count_if(several, [&](const auto& s) { return rule.calls(s); }), 90);
    for (const auto& scores : single)
        EXPECT_TRUE(!rule.calls(scores) || rule.mayCall(scores.logOdds));
    EXPECT_FALSE(rule.mayCall(20)) << "nothing that halves say outweighs this";
}

TEST(SeveralRule, IsTheSameFromItsFileAndFilesWithoutItAreRead)
{
    OpenSet openSet;
    SeveralRule rule;
    rule.weight = 0.25;
    rule.threshold = -1.5;
    rule.singles = {7, 140};
    rule.pairs = {120, 150};
    rule.named = {100, 120};
    rule.marked = {2, 3};
    openSet.several = rule;
    auto json = nlohmann::json(openSet);
    const auto read = json.get<OpenSet>();
    EXPECT_EQ(nlohmann::json(read), json);
    EXPECT_EQ(read.version, OpenSet::newestVersion);
    EXPECT_NEAR(json["several"]["pairs_called"]["interval"][0], rule.pairs.interval().low, 1e-12);

    json.erase("several"); // as the first version wrote it
    json.erase("version");
    json["known_refused"] = {{"count", 3}, {"n", 31}};
    const auto old = json.get<OpenSet>();
    EXPECT_FALSE(old.several);
    EXPECT_EQ(old.version, 1);
    EXPECT_EQ(old.knownRefused.n, 31);
}

} // namespace nakama
