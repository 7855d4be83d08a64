#include "core/inference/detail/checkpoint.h"
#include "core/training/detail/run_checkpoints.h"
#include "tests/unit/training/run_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace nakama
{

namespace
{

struct Stop
{
    int epoch;
    int batch; ///< after which
};

/** Trains until a batch is made and asks to stop then. */
void stopAfter(const test::RunFolder& run, Stop stop, const TrainingConfig& config,
               StopMode mode = StopMode::AfterThis)
{
    const CancelToken token;
    int batchesAfter = 0;
    TrainingObserver observer;
    observer.step = [&](const StepRecord& step) {
        batchesAfter += token.requested() ? 1 : 0;
        if (step.epoch == stop.epoch && step.step == stop.batch)
            token.request(mode);
    };
    const auto result = run.train(config, JobContext(token), observer);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled) << result.error().text();
    EXPECT_EQ(batchesAfter, 0);
}

/** The first batch that a resumed run makes; then it is stopped at once. */
Stop firstBatchOf(const test::RunFolder& run, const TrainingConfig& config)
{
    const CancelToken token;
    Stop first{};
    TrainingObserver observer;
    observer.step = [&](const StepRecord& step) {
        first = {step.epoch, step.step};
        token.request(StopMode::Now);
    };
    EXPECT_FALSE(run.train(config, JobContext(token), observer));
    return first;
}

struct Variant
{
    const char* name;
    void (*set)(TrainingConfig&);
    TileForm form = TileForm::Normalised;
};

void everything(TrainingConfig& config)
{
    config.learning.optimiser = OptimiserKind::AdamW;
    config.learning.weightDecay = 0.05;
    config.learning.schedule = ScheduleKind::OneCycle;
    config.learning.labelSmoothing = 0.1;
    config.learning.clipNorm = 1;
    config.learning.accumulate = 2;
    config.learning.headEpochs = 1;
    config.learning.layerDecay = 0.8;
    config.learning.averageDecay = 0.9;
    config.learning.balance = 0.5;
}

const Variant variants[] = {
    {"Plain", [](TrainingConfig&) {}},
    {"Accumulating", [](TrainingConfig& config) { config.learning.accumulate = 2; }},
    {"Averaged", [](TrainingConfig& config) { config.learning.averageDecay = 0.9; }},
    {"Mixed", [](TrainingConfig& config) { config.augment.mixing = {.mixUp = true, .cutMix = true}; }},
    {"Balanced", [](TrainingConfig& config) { config.learning.balance = 1; }},
    {"KeptFeatures",
     [](TrainingConfig& config) {
         config.freeze = FreezeMode::Body;
         config.views = 2;
     }},
    {"AddedFeatures",
     [](TrainingConfig& config) {
         config.freeze = FreezeMode::Body;
         config.views = 1;
         config.epochs = 6; // the fifth adds a view
     }},
    {"Dropout",
     [](TrainingConfig& config) {
         config.model = "squeezenet1_1";
         config.freeze = FreezeMode::Body;
         config.views = 0;
     }},
    {"EverythingInTwoPhases", everything},
    // As on a GPU.
    {"ErasedByTheDevice", [](TrainingConfig& config) { config.augment = AugmentParams::recipe(); },
     TileForm::Bytes},
    {"MixedByTheDevice",
     [](TrainingConfig& config) {
         config.model = "squeezenet1_1"; // drops out
         config.augment = AugmentParams::recipe();
         config.augment.mixing = {.mixUp = true, .cutMix = true};
     },
     TileForm::Bytes},
};

class ResumeAtAnyBatch : public testing::TestWithParam<Variant>
{
};

} // namespace

TEST_P(ResumeAtAnyBatch, EndsToTheBitAsAnUninterruptedRun)
{
    auto config = test::shapeConfig(3); // of 3 batches each
    GetParam().set(config);
    test::RunFolder whole;
    test::RunFolder stopped;
    for (auto* run : {&whole, &stopped}) {
        run->feedWith(GetParam().form);
        run->data().featureFolder = run->folder() / "features";
        run->data().train.resize(22); // classes of uneven size
    }
    const auto uninterrupted = whole.train(config);
    ASSERT_TRUE(uninterrupted) << uninterrupted.error().text();

    // After the third batch of an epoch the stop meets its validation, or its end where features are kept.
    for (const auto stop : {Stop{1, 1}, Stop{2, 2}, Stop{2, 3}, Stop{3, 1}}) {
        stopAfter(stopped, stop, config);
        stopped.data().resume = true;
    }
    const auto resumed = stopped.train(config);
    ASSERT_TRUE(resumed) << resumed.error().text();
    EXPECT_EQ(resumed->bestEpoch, uninterrupted->bestEpoch);
    ASSERT_EQ(resumed->epochs.size(), uninterrupted->epochs.size());
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(resumed->epochs[i].trainLoss, uninterrupted->epochs[i].trainLoss);
        EXPECT_EQ(resumed->epochs[i].valLoss, uninterrupted->epochs[i].valLoss);
    }
    test::expectSameTensors(whole.checkpoint("last"), stopped.checkpoint("last"));
    test::expectSameTensors(whole.checkpoint("best"), stopped.checkpoint("best"));
}

INSTANTIATE_TEST_SUITE_P(, ResumeAtAnyBatch, testing::ValuesIn(variants),
                         [](const auto& variant) { return variant.param.name; });

TEST(TrainerResume, StopGoesOnWithTheNextBatchAndStopNowFromTheLastCheckpoint)
{
    const auto config = test::shapeConfig(3);
    for (const auto mode : {StopMode::AfterThis, StopMode::Now}) {
        test::RunFolder run;
        stopAfter(run, {2, 2}, config, mode);
        run.data().resume = true;
        const auto next = firstBatchOf(run, config);
        EXPECT_EQ(next.epoch, 2);
        EXPECT_EQ(next.batch, mode == StopMode::AfterThis ? 3 : 1);
    }
}

TEST(TrainerResume, InALongEpochACheckpointIsWrittenFromTimeToTime)
{
    auto config = test::shapeConfig(1);
    config.checkpointMinutes = 0; // after every batch
    test::RunFolder run;
    stopAfter(run, {1, 2}, config, StopMode::Now); // in the log of the second batch, before its checkpoint
    run.data().resume = true;
    EXPECT_EQ(firstBatchOf(run, config).batch, 2);
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
    EXPECT_EQ(readCheckpoint(run.checkpoint("best")).value().info.epoch, 1);
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
