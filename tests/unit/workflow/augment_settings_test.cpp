#include "core/base/atomic_file.h"
#include "core/training/epoch_feed.h"
#include "core/training/tile_preview.h"
#include "core/workflow/augment_settings.h"
#include "core/workflow/runs.h"
#include "core/workflow/train_job.h"
#include "tests/unit/workflow/fake_engine.h"
#include "tests/unit/workflow/split_workspace.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace nakama
{

namespace
{

AugmentParams unusual()
{
    AugmentParams params = AugmentParams::recipe();
    params.trivial.uses[static_cast<std::size_t>(Operation::Solarize)] = false;
    params.trivial.strengths[static_cast<std::size_t>(Operation::Rotate)] = 0.25;
    params.jitter.enabled = true;
    return params;
}

} // namespace

TEST(AugmentSettings, AreTheRecipeUntilSomethingElseIsKept)
{
    test::SplitWorkspace fixture;
    const auto& workspace = fixture.workspace();
    EXPECT_EQ(loadAugmentSettings(workspace).value(), AugmentParams::recipe());
    ASSERT_TRUE(saveAugmentSettings(workspace, unusual()));
    EXPECT_EQ(loadAugmentSettings(workspace).value(), unusual());
    ASSERT_TRUE(saveAugmentSettings(workspace, AugmentParams::recipe()));
    EXPECT_FALSE(std::filesystem::exists(workspace.folder() / "augment.json"));
    ASSERT_TRUE(saveAugmentSettings(workspace, AugmentParams::recipe())) << "nothing to remove is no error";
}

TEST(AugmentSettings, ADamagedFileIsAnErrorThatNamesIt)
{
    test::SplitWorkspace fixture;
    const auto file = fixture.workspace().folder() / "augment.json";
    for (const char* text : {"{", R"({"flip_probability": "often"})"}) {
        ASSERT_TRUE(writeFileAtomically(file, std::string_view(text)));
        const auto params = loadAugmentSettings(fixture.workspace());
        ASSERT_FALSE(params) << text;
        EXPECT_EQ(params.error().code, ErrorCode::CorruptData);
        EXPECT_EQ(params.error().context, file.string());
    }
}

TEST(AugmentSettings, TrainingGetsWhatAPreviewShows)
{
    test::SplitWorkspace fixture;
    const auto& workspace = fixture.workspace();
    ASSERT_TRUE(saveAugmentSettings(workspace, unusual()));
    TrainRequest request;
    request.inputSize = 64;
    request.batchSize = 4;
    request.seed = 5;

    // What the engine is asked to train on, as the trainer takes it.
    std::pmr::vector<float> trained;
    test::FakeEngine engine;
    engine.onTrain = [&](const TrainingConfig& config, const TrainingData& data, const TrainingObserver&,
                         JobContext& context) -> Result<TrainingResult> {
        PictureSource source(data.train, config.preprocessing.resize, data.preparedFolder, 0);
        trained = epochFeed(source, config, 1)->next(context).value()->inputs;
        return TrainingResult{};
    };
    TrainJob job(workspace, engine, request);
    JobContext context;
    ASSERT_EQ(runJob(job, context).state, JobState::Succeeded);

    TrainingConfig config;
    config.preprocessing = Preprocessing{}.scaledTo(64);
    config.augment = loadAugmentSettings(workspace).value();
    config.batchSize = 4;
    config.seed = 5;
    PictureSource source(picturesOf(workspace, EvaluationSet::Train).value(), config.preprocessing.resize,
                         workspace.preparedFolder(), 0);
    std::pmr::vector<float> shown;
    const auto tiles = previewBatch(source, config, 1, context).value();
    for (const auto& tile : tiles)
        shown.insert(shown.end(), tile.pixels.begin(), tile.pixels.end());
    EXPECT_FALSE(shown.empty());
    EXPECT_EQ(trained, shown);
}

TEST(AugmentSettings, NoAugmentationMeansNone)
{
    test::SplitWorkspace fixture;
    ASSERT_TRUE(saveAugmentSettings(fixture.workspace(), unusual()));
    for (const bool augment : {true, false}) {
        test::FakeEngine engine;
        AugmentParams got;
        engine.onTrain = [&](const TrainingConfig& config, const TrainingData&, const TrainingObserver&,
                             JobContext&) -> Result<TrainingResult> {
            got = config.augment;
            return TrainingResult{};
        };
        TrainRequest request;
        request.augment = augment;
        TrainJob job(fixture.workspace(), engine, request);
        JobContext context;
        ASSERT_EQ(runJob(job, context).state, JobState::Succeeded);
        EXPECT_EQ(got, augment ? unusual() : AugmentParams::off());
    }
}

} // namespace nakama
