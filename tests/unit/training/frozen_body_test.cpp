#include "tests/unit/training/run_folder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace nakama
{

namespace
{

TrainingConfig frozen(int epochs, int views)
{
    auto config = test::shapeConfig(epochs);
    config.freeze = FreezeMode::Body;
    config.views = views;
    return config;
}

class FrozenBodyTest : public testing::Test
{
protected:
    FrozenBodyTest() { m_run.data().featureFolder = features(); }

    std::filesystem::path features() const { return m_run.folder() / "features"; }

    /** Makes every picture unreadable, so that only kept features can be trained on. */
    void removePictures()
    {
        for (const auto* name : {"train", "val", "prepared"})
            std::filesystem::remove_all(m_run.folder() / name);
    }

    /** Another run on the same data. */
    Result<TrainingResult> again(const TrainingConfig& config)
    {
        m_run.data().runFolder = m_run.folder() / fmt::format("run-{}", ++m_runs);
        std::filesystem::create_directories(m_run.data().runFolder);
        return m_run.train(config);
    }

    test::RunFolder m_run;
    int m_runs = 0;
};

torch::Tensor headOf(const test::RunFolder& run)
{
    return readSafetensors(run.checkpoint("last")).value().find("fc.weight")->clone();
}

} // namespace

TEST_F(FrozenBodyTest, TrainsAsTheOrdinaryLoopOnTheSameViews)
{
    const auto kept = m_run.train(frozen(4, 4));
    ASSERT_TRUE(kept) << kept.error().text();
    const test::RunFolder ordinary;
    const auto plain = ordinary.train(frozen(4, 0));
    ASSERT_TRUE(plain) << plain.error().text();
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(kept->epochs[i].trainLoss, plain->epochs[i].trainLoss, 1e-3) << i;
        EXPECT_NEAR(kept->epochs[i].valLoss, plain->epochs[i].valLoss, 1e-3) << i;
        EXPECT_EQ(kept->epochs[i].val.macro, plain->epochs[i].val.macro) << i;
    }
    EXPECT_LT((headOf(m_run) - headOf(ordinary)).abs().max().item<double>(), 1e-3);
    EXPECT_FALSE(std::filesystem::exists(ordinary.folder() / "features"));
}

TEST_F(FrozenBodyTest, LooksAtEachViewOnceAndUsesThemInTurn)
{
    ASSERT_TRUE(m_run.train(frozen(3, 2)));
    removePictures();
    const auto more = again(frozen(7, 2));
    ASSERT_TRUE(more) << more.error().text();
    EXPECT_EQ(more->epochs.size(), 7u);
    EXPECT_TRUE(more->skipped.empty());
}

TEST(FrozenBodyMemory, KeepsViewsWhereThereIsRoomForThem)
{
    for (const int megabytes : {1024, 0}) {
        test::RunFolder run;
        run.data().featureFolder = run.folder() / "features";
        auto config = frozen(6, 2);
        config.pictureMemoryMb = megabytes;
        TrainingObserver observer;
        observer.epoch = [&](const EpochRecord& record) {
            if (record.epoch == 2) // by then both views have been seen
                for (const auto* name : {"train", "val", "prepared", "features"})
                    std::filesystem::remove_all(run.folder() / name);
        };
        EXPECT_EQ(run.train(config, JobContext{}, observer).has_value(), megabytes > 0);
    }
}

TEST_F(FrozenBodyTest, AddsViewsInALongTraining)
{
    ASSERT_TRUE(m_run.train(frozen(8, 2)));
    removePictures();
    const auto longer = again(frozen(9, 2)); // the ninth epoch has a view of its own
    ASSERT_FALSE(longer);
    EXPECT_EQ(readEpochs(m_run.data().runFolder).value().size(), 8u);
}

TEST_F(FrozenBodyTest, OtherSettingsOfTheHeadUseTheSameFeatures)
{
    ASSERT_TRUE(m_run.train(frozen(2, 2)));
    removePictures();
    auto config = frozen(4, 2);
    config.learning.rate = 0.01;
    config.batchSize = 5;
    config.learning.schedule = ScheduleKind::Cosine;
    EXPECT_TRUE(again(config));
    config.seed = 2; // other tiles
    EXPECT_FALSE(again(config));
    config.seed = 1;
    config.augment.flipProbability = 0.25;
    EXPECT_FALSE(again(config));
}

TEST_F(FrozenBodyTest, OtherWeightsPreprocessingAndNumbersHaveFeaturesOfTheirOwn)
{
    const auto config = frozen(2, 2);
    ASSERT_TRUE(m_run.train(config));
    const auto weights = m_run.checkpoint("last"); // its body is the one that the seed gives
    auto same = config;
    same.weights = weights;
    auto other = config;
    other.weights = m_run.folder() / "other.safetensors";
    {
        auto state = readSafetensors(weights).value();
        for (auto& [name, tensor] : state.tensors)
            if (name == "conv1.weight")
                tensor = tensor * 1.01;
        ASSERT_TRUE(writeSafetensors(state, other.weights));
    }
    auto shrunk = config;
    shrunk.preprocessing.mean[0] += 0.01f;
    auto shorter = config;
    shorter.compute.precision = Precision::Bf16;
    removePictures();
    EXPECT_TRUE(again(same));
    for (const auto& different : {other, shrunk, shorter})
        EXPECT_FALSE(again(different));
}

TEST_F(FrozenBodyTest, ViewsInBf16AreNearlyThoseInFloat32)
{
    auto config = frozen(3, 3);
    config.compute.precision = Precision::Fp32;
    const auto exact = m_run.train(config);
    ASSERT_TRUE(exact) << exact.error().text();
    config.compute.precision = Precision::Bf16;
    const auto rounded = again(config);
    ASSERT_TRUE(rounded) << rounded.error().text();
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NE(rounded->epochs[i].trainLoss, exact->epochs[i].trainLoss) << i;
        EXPECT_NEAR(rounded->epochs[i].trainLoss, exact->epochs[i].trainLoss, 0.03) << i;
        EXPECT_NEAR(rounded->epochs[i].valLoss, exact->epochs[i].valLoss, 0.03) << i;
    }
}

TEST_F(FrozenBodyTest, SearchingForARateUsesTheFeaturesAndMakesNoRun)
{
    ASSERT_TRUE(m_run.train(frozen(8, 8)));
    removePictures();
    m_run.data().runFolder = m_run.folder() / "search";
    std::filesystem::create_directories(m_run.data().runFolder);
    JobContext context;
    const TrainingObserver nobody;
    const auto search = Trainer::make(frozen(8, 8), m_run.data(), nobody, context).value()->findRate();
    ASSERT_TRUE(search) << search.error().text();
    EXPECT_GT(search->suggested, 1e-5);
    EXPECT_TRUE(std::filesystem::is_empty(m_run.run()));
}

TEST_F(FrozenBodyTest, ComputesOnlyWhatIsNew)
{
    ASSERT_TRUE(m_run.train(frozen(2, 2)));
    removePictures();
    const auto added = test::paintShapes(m_run.folder() / "added", 1, 9);
    m_run.data().train.insert(m_run.data().train.end(), added.begin(), added.end());
    m_run.data().train.front().label = 1; // a label is no part of the key
    const auto result = again(frozen(2, 2));
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_TRUE(result->skipped.empty());
}

TEST_F(FrozenBodyTest, AStoppedAndResumedRunEndsAsAnUninterruptedOne)
{
    const auto config = frozen(5, 3);
    ASSERT_TRUE(m_run.train(config));

    test::RunFolder stopped;
    stopped.data().featureFolder = stopped.folder() / "features";
    const CancelToken token;
    TrainingObserver observer;
    observer.step = [&](const StepRecord& step) {
        if (step.epoch == 3 && step.step == 2)
            token.request();
    };
    const auto cancelled = stopped.train(config, JobContext(token), observer);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    stopped.data().resume = true;
    ASSERT_TRUE(stopped.train(config));
    test::expectSameTensors(m_run.checkpoint("last"), stopped.checkpoint("last"));
}

TEST_F(FrozenBodyTest, NamesAnUnreadablePictureOnceAndGoesOn)
{
    m_run.data().train.push_back(test::brokenPicture(m_run.folder() / "train", 1));
    m_run.data().val.push_back(test::brokenPicture(m_run.folder() / "val", 1));
    const auto result = m_run.train(frozen(3, 2));
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(result->skipped.size(), 2u);
}

TEST_F(FrozenBodyTest, MixedPicturesAreNotKept)
{
    auto config = frozen(1, 2);
    config.augment.mixing.mixUp = true;
    ASSERT_TRUE(m_run.train(config));
    EXPECT_FALSE(std::filesystem::exists(features()));
}

} // namespace nakama
