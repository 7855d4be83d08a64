#include "core/training/training.h"
#include "core/training/training_estimate.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

TrainingEstimate slowToLearn()
{
    TrainingEstimate estimate;
    estimate.trainingSeconds = 0.3;
    estimate.evaluationSeconds = 0.1;
    return estimate;
}

} // namespace

TEST(TrainingEstimate, EachEpochLearnsFromTrainAndAsksAboutVal)
{
    TrainingConfig config;
    config.epochs = 5;
    EXPECT_NEAR(trainingSeconds(slowToLearn(), config, 100, 20), 5 * (100 * 0.3 + 20 * 0.1), 1e-9);
}

TEST(TrainingEstimate, BodyWhoseFeaturesAreKeptLooksOnceAView)
{
    TrainingConfig config;
    config.epochs = 30;
    config.views = 8;
    config.freeze = FreezeMode::Body;
    const double once = (8 * 100 + 20) * 0.1;
    EXPECT_NEAR(trainingSeconds(slowToLearn(), config, 100, 20), once, 1e-9);
    config.epochs = 300;
    EXPECT_NEAR(trainingSeconds(slowToLearn(), config, 100, 20), (75 * 100 + 20) * 0.1,
                1e-9); // views are added

    config.views = 0; // new views in every epoch are looked at in every epoch
    EXPECT_NEAR(trainingSeconds(slowToLearn(), config, 100, 20), 300 * (100 * 0.3 + 20 * 0.1), 1e-9);
}

TEST(TrainingEstimate, HeadFirstIsBoth)
{
    TrainingConfig config;
    config.epochs = 10;
    config.views = 4;
    config.learning.headEpochs = 7;
    EXPECT_NEAR(trainingSeconds(slowToLearn(), config, 100, 20),
                (4 * 100 + 20) * 0.1 + 3 * (100 * 0.3 + 20 * 0.1), 1e-9);
}

} // namespace nakama
