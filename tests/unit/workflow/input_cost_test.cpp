#include "core/workflow/input_cost.h"
#include "core/workflow/prepare_workspace_job.h"
#include "core/workflow/train_job.h"
#include "tests/unit/workflow/fake_engine.h"
#include "tests/unit/workflow/split_workspace.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

constexpr ResizeRule rule{ResizeRule::Kind::Square, 64};

} // namespace

TEST(InputCost, ToldBeforeIsWhatPreparingTakes)
{
    test::SplitWorkspace fixture;
    const auto before = inputCost(fixture.workspace(), rule).value();
    EXPECT_EQ(before.pictures, 16) << "train and val";
    EXPECT_EQ(before.memoryBytes, 16 * 64 * 64 * 3);
    EXPECT_EQ(before.toPrepare, 20);
    EXPECT_GT(before.diskBytes, 0);
    EXPECT_EQ(before.preparedBytes, 0);
    EXPECT_GT(before.diskFree, 0);
    EXPECT_TRUE(before.fitsInMemory());

    PrepareWorkspaceJob job(fixture.workspace(), rule, 2);
    JobContext context;
    ASSERT_TRUE(job.run(context));
    EXPECT_EQ(job.result().bytesBefore, 0);
    EXPECT_GT(job.result().bytesAfter, 0);

    const auto after = inputCost(fixture.workspace(), rule).value();
    EXPECT_EQ(after.toPrepare, 0);
    EXPECT_EQ(after.diskBytes, 0);
    EXPECT_EQ(after.preparedBytes, job.result().bytesAfter);
    EXPECT_EQ(after.memoryBytes, before.memoryBytes);
}

TEST(InputCost, ATrainingThatKeepsAllPicturesGetsTheirRoom)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    int megabytes = 0;
    engine.onTrain = [&](const TrainingConfig& config, const TrainingData&, const TrainingObserver&,
                         JobContext&) {
        megabytes = config.pictureMemoryMb;
        return TrainingResult{};
    };
    TrainRequest request;
    request.picturesInMemory = true;
    request.inputSize = 64;
    TrainJob small(fixture.workspace(), engine, request);
    JobContext context;
    ASSERT_TRUE(small.run(context));
    EXPECT_EQ(megabytes, TrainingConfig{}.pictureMemoryMb) << "the usual bound holds them already";
}

TEST(InputCost, MoreThanHalfOfTheMemoryDoesNotFit)
{
    InputCost cost;
    cost.memoryAvailable = 1000;
    cost.memoryBytes = 500;
    EXPECT_TRUE(cost.fitsInMemory());
    cost.memoryBytes = 501;
    EXPECT_FALSE(cost.fitsInMemory());
}

} // namespace nakama
