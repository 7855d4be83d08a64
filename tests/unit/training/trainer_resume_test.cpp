#include "core/training/detail/run_checkpoints.h"
#include "tests/unit/training/run_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace nakama
{

namespace
{

/** Cancels in the middle of an epoch. */
TrainingObserver cancelIn(int epoch, const CancelToken& token)
{
    TrainingObserver observer;
    observer.step = [=](const StepRecord& step) {
        if (step.epoch == epoch && step.step == 2)
            token.request();
    };
    return observer;
}

void expectCancelled(const Result<TrainingResult>& result)
{
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled) << result.error().text();
}

void stopIn(const test::RunFolder& run, int epoch, const TrainingConfig& config)
{
    const CancelToken token;
    expectCancelled(run.train(config, JobContext(token), cancelIn(epoch, token)));
}

} // namespace

TEST(TrainerResume, SoDoesARunOfTwoPhasesWithEverySetting)
{
    auto config = test::shapeConfig(4);
    config.learning.optimiser = OptimiserKind::AdamW;
    config.learning.weightDecay = 0.05;
    config.learning.schedule = ScheduleKind::OneCycle;
    config.learning.labelSmoothing = 0.1;
    config.learning.clipNorm = 1;
    config.learning.accumulate = 2;
    config.learning.headEpochs = 2;
    config.learning.layerDecay = 0.8;
    test::RunFolder whole;
    whole.data().featureFolder = whole.folder() / "features";
    ASSERT_TRUE(whole.train(config));
    for (const int stopInEpoch : {2, 3, 4}) {
        test::RunFolder stopped;
        stopped.data().featureFolder = stopped.folder() / "features";
        stopIn(stopped, stopInEpoch, config);
        stopped.data().resume = true;
        const auto resumed = stopped.train(config);
        ASSERT_TRUE(resumed) << resumed.error().text();
        test::expectSameTensors(whole.checkpoint("last"), stopped.checkpoint("last"));
    }
}

TEST(TrainerResume, AStoppedAndResumedRunEndsAsAnUninterruptedOne)
{
    auto config = test::shapeConfig(3);
    config.learning.schedule = ScheduleKind::Cosine;
    const test::RunFolder whole;
    const auto uninterrupted = whole.train(config);
    ASSERT_TRUE(uninterrupted) << uninterrupted.error().text();

    test::RunFolder stopped;
    stopIn(stopped, 3, config);
    EXPECT_EQ(readEpochs(stopped.run()).value().size(), 2u);
    EXPECT_TRUE(std::filesystem::exists(stopped.checkpoint("last")));
    EXPECT_TRUE(std::filesystem::exists(stopped.checkpoint("best")));

    stopped.data().resume = true;
    const auto resumed = stopped.train(config);
    ASSERT_TRUE(resumed) << resumed.error().text();
    ASSERT_EQ(resumed->epochs.size(), 3u);
    EXPECT_EQ(resumed->bestEpoch, uninterrupted->bestEpoch);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(resumed->epochs[i].trainLoss, uninterrupted->epochs[i].trainLoss);
        EXPECT_EQ(resumed->epochs[i].valLoss, uninterrupted->epochs[i].valLoss);
    }
    for (const auto* name : {"last", "best", "optimiser-3"})
        test::expectSameTensors(whole.checkpoint(name), stopped.checkpoint(name));
    EXPECT_FALSE(std::filesystem::exists(stopped.checkpoint("optimiser-2")));
}

TEST(TrainerResume, BeforeTheFirstEpochStartsAnew)
{
    const auto config = test::shapeConfig(1);
    test::RunFolder run;
    stopIn(run, 1, config);
    EXPECT_FALSE(std::filesystem::exists(run.checkpoint("last")));
    run.data().resume = true;
    const auto resumed = run.train(config);
    ASSERT_TRUE(resumed) << resumed.error().text();
    EXPECT_EQ(resumed->epochs.size(), 1u);
}

TEST(TrainerResume, AFinishedRunHasNothingToDo)
{
    const auto config = test::shapeConfig(1);
    test::RunFolder run;
    ASSERT_TRUE(run.train(config));
    const auto before = std::filesystem::last_write_time(run.checkpoint("last"));
    run.data().resume = true;
    const auto again = run.train(config);
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->epochs.size(), 1u);
    EXPECT_EQ(again->bestEpoch, 1);
    EXPECT_EQ(std::filesystem::last_write_time(run.checkpoint("last")), before);
}

TEST(TrainerResume, MakesUpForABestCheckpointThatWasNotSavedAnyMore)
{
    const auto config = test::shapeConfig(1);
    test::RunFolder run;
    ASSERT_TRUE(run.train(config));
    std::filesystem::remove(run.checkpoint("best"));
    run.data().resume = true;
    ASSERT_TRUE(run.train(config));
    test::expectSameTensors(run.checkpoint("last"), run.checkpoint("best"));
}

TEST(TrainerResume, RefusesOtherClasses)
{
    auto config = test::shapeConfig(1);
    test::RunFolder run;
    ASSERT_TRUE(run.train(config));
    run.data().resume = true;
    config.classes.back() = "star";
    const auto resumed = run.train(config);
    ASSERT_FALSE(resumed);
    EXPECT_EQ(resumed.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(resumed.error().message.find("classes"), std::string::npos) << resumed.error().text();
}

TEST(TrainerResume, ATornCheckpointIsAnErrorThatNamesIt)
{
    const auto config = test::shapeConfig(1);
    test::RunFolder run;
    ASSERT_TRUE(run.train(config));
    std::filesystem::resize_file(run.checkpoint("last"), 1000);
    run.data().resume = true;
    const auto resumed = run.train(config);
    ASSERT_FALSE(resumed);
    EXPECT_EQ(resumed.error().code, ErrorCode::CorruptData);
    EXPECT_NE(resumed.error().context.find("last.safetensors"), std::string::npos) << resumed.error().text();
}

} // namespace nakama
