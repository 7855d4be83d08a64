#include "core/training/detail/estimate_training.h"
#include "tests/unit/training/shape_pictures.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

TrainingEstimate estimateOf(const TrainingConfig& config)
{
    JobContext context;
    const auto estimate = estimateTraining(config, context);
    EXPECT_TRUE(estimate) << estimate.error().text();
    return estimate.value_or(TrainingEstimate{});
}

TrainingConfig withBatch(int batch)
{
    auto config = test::shapeConfig(1);
    config.batchSize = batch;
    return config;
}

} // namespace

TEST(EstimateTraining, TellsWhatABatchTakesAndWhatWouldFit)
{
    const auto few = estimateOf(withBatch(8));
    EXPECT_EQ(few.batchSize, 8);
    EXPECT_GT(few.trainingSeconds, 0);
    EXPECT_GT(few.evaluationSeconds, 0);
    EXPECT_TRUE(few.fits());
    EXPECT_GT(few.largestBatch, 8);
    constexpr std::uint64_t weights = 4 * 11'178'051; // of ResNet-18 with three classes, in float32
    EXPECT_GT(few.trainingBytes, 4 * weights) << "with gradients and both moments of Adam";
    EXPECT_GT(few.evaluationBytes, weights);
    EXPECT_EQ(few.bytes(), std::max(few.trainingBytes, few.evaluationBytes));
    const auto many = estimateOf(withBatch(64));
    EXPECT_GT(many.trainingBytes, few.trainingBytes);
}

TEST(EstimateTraining, ABatchThatCannotFitIsNotTried)
{
    auto config = withBatch(4096);
    config.preprocessing = config.preprocessing.scaledTo(512); // hundreds of gigabytes
    const auto estimate = estimateOf(config);
    ASSERT_GT(estimate.availableBytes, 0u);
    EXPECT_FALSE(estimate.fits());
    EXPECT_EQ(estimate.trainingSeconds, 0);
    EXPECT_LT(estimate.largestBatch, 4096);
}

TEST(EstimateTraining, AnOpenBatchIsTheLargestThatFits)
{
    const auto estimate = estimateOf(withBatch(0));
    EXPECT_EQ(estimate.batchSize, TrainingConfig{}.batchSize) << "more gains nothing on a processor";
    EXPECT_TRUE(estimate.fits());
    auto large = withBatch(0);
    large.preprocessing = large.preprocessing.scaledTo(512);
    const auto narrow = estimateOf(large);
    EXPECT_LE(narrow.batchSize, narrow.largestBatch);
    EXPECT_LE(narrow.bytes(), narrow.availableBytes);
}

TEST(EstimateTraining, CountsTheValidationWhereItTakesMore)
{
    auto config = withBatch(8);
    config.freeze = FreezeMode::Body; // without gradients for the body
    const auto estimate = estimateOf(config);
    EXPECT_EQ(estimate.bytes(), std::max(estimate.trainingBytes, estimate.evaluationBytes));
    auto full = config;
    full.batchSize = estimate.largestBatch;
    const auto most = estimateOf(full);
    EXPECT_LE(static_cast<double>(most.bytes()), 0.95 * static_cast<double>(estimate.availableBytes))
        << "the largest batch has room for both";
}

} // namespace nakama
