#include "core/evaluation/open_set.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nakama
{

namespace
{

std::vector<KnownScores> validation()
{
    std::vector<KnownScores> scores;
    for (int i = 0; i < 40; ++i)
        scores.push_back({0.5 + 0.0125 * i, 0.9 - 0.01 * (i % 7)});
    return scores;
}

} // namespace

TEST(TrainingFeatures, LikenessIsTheAngleToTheNearestPicture)
{
    TrainingFeatures training;
    EXPECT_EQ(training.likenessOf(std::vector<float>{3, 0}), -1);
    training.add(std::vector<float>{2, 0});
    training.add(std::vector<float>{0, 0});
    training.add(std::vector<float>{0, 0.5f});
    EXPECT_NEAR(training.likenessOf(std::vector<float>{3, 0}), 1, 1e-6);
    EXPECT_NEAR(training.likenessOf(std::vector<float>{3, 4}), 0.8, 1e-6);
    EXPECT_NEAR(training.likenessOf(std::vector<float>{-1, 0}), 0, 1e-6);
    EXPECT_EQ(training.likenessOf(std::vector<float>{0, 0}), -1);
    EXPECT_EQ(training.likenessOf(std::vector<float>{1, 0, 0}), -1);
}

TEST(OpenSet, RefusesATenthOfValidationAndWhatIsUnlikeAllOfIt)
{
    OpenSet openSet;
    const auto known = validation();
    openSet.fit(known);
    EXPECT_EQ(std::ranges::count_if(known, [&](const auto& s) { return openSet.refuses(s); }), 4);
    EXPECT_TRUE(openSet.refuses({0.7, 0.1})); // as sure as many, but like none of the classes
    EXPECT_TRUE(openSet.refuses({0.1, 0.9}));
    EXPECT_FALSE(openSet.refuses({1, 0.95}));
}

TEST(OpenSet, EqualScoresAreNoReasonToRefuse)
{
    OpenSet openSet;
    openSet.fit(std::vector<KnownScores>(20, {1, 1}));
    EXPECT_FALSE(openSet.refuses({1, 1}));
    EXPECT_TRUE(openSet.refuses({0.99, 1}));
}

TEST(OpenSet, IsTheSameFromItsFile)
{
    OpenSet openSet;
    openSet.fit(validation());
    openSet.epoch = 7;
    openSet.classes = {"Nami", "Zoro"};
    openSet.temperature = 1.5;
    openSet.knownRefused = {3, 31};
    const auto read = nlohmann::json::parse(nlohmann::json(openSet).dump()).get<OpenSet>();
    EXPECT_EQ(nlohmann::json(read), nlohmann::json(openSet));
    EXPECT_EQ(read.refuses({0.55, 0.86}), openSet.refuses({0.55, 0.86}));
}

TEST(Share, HasWilsonsInterval)
{
    const auto half = Share{5, 10}.interval();
    EXPECT_NEAR(half.low, 0.23659, 1e-5);
    EXPECT_NEAR(half.high, 0.76341, 1e-5);
    const auto none = Share{0, 10}.interval();
    EXPECT_NEAR(none.low, 0, 1e-12);
    EXPECT_NEAR(none.high, 0.27754, 1e-5);
    EXPECT_EQ(Share().interval().high, 1);
}

} // namespace nakama
