#include "core/training/learning.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <functional>
#include <vector>

namespace nakama
{

namespace
{

std::vector<double> rates(const LearningParams& params, int epochs, int steps)
{
    std::vector<double> rates;
    for (int epoch = 1; epoch <= epochs; ++epoch)
        for (int step = 0; step < steps; ++step)
            rates.push_back(learningRateAt(params, epoch, epochs, step, steps));
    return rates;
}

} // namespace

TEST(Learning, ConstantIsTheRate)
{
    for (const double rate : rates({}, 3, 4))
        EXPECT_EQ(rate, 1e-3);
}

TEST(Learning, CosineFallsToNothing)
{
    LearningParams params;
    params.schedule = ScheduleKind::Cosine;
    const auto all = rates(params, 4, 25);
    EXPECT_DOUBLE_EQ(all.front(), 1e-3);
    EXPECT_NEAR(all[50], 0.5e-3, 1e-9) << "in the middle";
    EXPECT_LT(all.back(), 1e-6);
    EXPECT_TRUE(std::ranges::is_sorted(all, std::greater<>()));
}

TEST(Learning, OneCycleEqualsTorchs)
{
    LearningParams params;
    params.schedule = ScheduleKind::OneCycle;
    params.rate = 0.1;
    // torch.optim.lr_scheduler.OneCycleLR(max_lr=0.1, total_steps=20) of torch 1.13, last_epoch 0 to 19.
    const std::vector<double> torchs{0.0040000000000000036,
                                     0.013167184270002533,
                                     0.037167184270002526,
                                     0.06683281572999747,
                                     0.09083281572999748,
                                     0.1,
                                     0.09874640062350874,
                                     0.09504846320134738,
                                     0.089091617757105,
                                     0.0811745653949763,
                                     0.07169430017913009,
                                     0.06112620219362893,
                                     0.0500002,
                                     0.03887419780637107,
                                     0.028306099820869922,
                                     0.0188258346050237,
                                     0.010908782242895003,
                                     0.004951936798652629,
                                     0.0012539993764912555,
                                     4e-07};
    const auto ours = rates(params, 4, 5);
    ASSERT_EQ(ours.size(), torchs.size());
    for (std::size_t i = 0; i < ours.size(); ++i)
        EXPECT_NEAR(ours[i], torchs[i], 1e-9) << i;
}

TEST(Learning, StepsAreTenthsAfterHalfAndThreeQuarters)
{
    LearningParams params;
    params.schedule = ScheduleKind::Step;
    const auto all = rates(params, 8, 1);
    EXPECT_EQ(all, (std::vector<double>{1e-3, 1e-3, 1e-3, 1e-3, 1e-4, 1e-4, 1e-5, 1e-5}));
}

TEST(Learning, WarmUpRisesAndTheScheduleTakesTheRest)
{
    LearningParams params;
    params.schedule = ScheduleKind::Cosine;
    params.warmupEpochs = 2;
    const auto all = rates(params, 6, 10);
    EXPECT_DOUBLE_EQ(all.front(), 1e-5);
    EXPECT_TRUE(std::is_sorted(all.begin(), all.begin() + 20));
    EXPECT_DOUBLE_EQ(all[20], 1e-3);
    EXPECT_NEAR(all[40], 0.5e-3, 1e-9);
}

TEST(Learning, SurvivesJsonAndRefusesUnknownNames)
{
    LearningParams params;
    params.optimiser = OptimiserKind::AdamW;
    params.rate = 0.25;
    params.weightDecay = 0.05;
    params.schedule = ScheduleKind::OneCycle;
    params.headEpochs = 3;
    params.layerDecay = 0.75;
    params.patience = 4;
    params.classWeights = false;
    EXPECT_EQ(nlohmann::json::parse(nlohmann::json(params).dump()).get<LearningParams>(), params);
}

TEST(Learning, NamesTheSettingThatIsWrong)
{
    const auto refused = [](const std::function<void(LearningParams&)>& change) {
        LearningParams params;
        change(params);
        const auto checked = checkLearning(params, 10);
        return checked ? std::string() : checked.error().message;
    };
    EXPECT_EQ(refused([](auto&) {}), "");
    EXPECT_NE(refused([](auto& p) { p.rate = NAN; }).find("learning rate"), std::string::npos);
    EXPECT_NE(refused([](auto& p) { p.weightDecay = 0.1; }).find("AdamW"), std::string::npos);
    EXPECT_NE(refused([](auto& p) { p.momentum = 1; }).find("momentum"), std::string::npos);
    EXPECT_NE(refused([](auto& p) { p.warmupEpochs = 10; }).find("warm-up"), std::string::npos);
    EXPECT_NE(refused([](auto& p) { p.labelSmoothing = 1; }).find("smoothing"), std::string::npos);
    EXPECT_NE(refused([](auto& p) { p.clipNorm = -1; }).find("gradient"), std::string::npos);
    EXPECT_NE(refused([](auto& p) { p.accumulate = 0; }).find("batch"), std::string::npos);
    EXPECT_NE(refused([](auto& p) { p.headEpochs = 11; }).find("head"), std::string::npos);
    EXPECT_NE(refused([](auto& p) { p.layerDecay = 0; }).find("decay"), std::string::npos);
    EXPECT_NE(refused([](auto& p) { p.patience = -1; }).find("patience"), std::string::npos);
}

TEST(Learning, SummaryNamesWhatIsNotTheRecipe)
{
    EXPECT_EQ(summaryOf(LearningParams{}), "Adam, 0.001");
    LearningParams params;
    params.optimiser = OptimiserKind::AdamW;
    params.schedule = ScheduleKind::Cosine;
    params.weightDecay = 0.05;
    EXPECT_EQ(summaryOf(params), "AdamW, 0.001, cosine, weight decay 0.05");
}

} // namespace nakama
