#include "core/base/atomic_file.h"
#include "core/workflow/estimate_training_job.h"
#include "core/workflow/find_rate_job.h"
#include "core/workflow/runs.h"
#include "core/workflow/train_job.h"
#include "core/workflow/training_preset.h"
#include "core/workspace/edit_journal.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/workflow/fake_engine.h"
#include "tests/unit/workflow/split_workspace.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace nakama
{

namespace
{

JobOutcome runTraining(TrainJob& job, CancelToken token = {})
{
    JobContext context(token);
    return runJob(job, context);
}

RunRecord onlyRun(const Workspace& workspace)
{
    const auto runs = workspace.catalogue().value().runs().value();
    EXPECT_EQ(runs.size(), 1u);
    return runs.at(0);
}

} // namespace

TEST(TrainJob, FinishedRunIsRecordedWithItsBestEpoch)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    TrainRequest request;
    request.epochs = 2;
    request.inputSize = 64;
    TrainJob job(fixture.workspace(), engine, request);
    const auto outcome = runTraining(job);
    ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();

    const auto run = onlyRun(fixture.workspace());
    EXPECT_EQ(run.id, job.runId());
    EXPECT_EQ(run.status, RunStatus::Finished);
    EXPECT_EQ(run.epochs, 2);
    EXPECT_EQ(run.bestEpoch, 1);
    EXPECT_DOUBLE_EQ(run.bestMacro, 0.5);
    EXPECT_FALSE(run.finishedAt.empty());

    const auto details = loadRun(fixture.workspace(), "latest").value();
    EXPECT_EQ(details.config.preprocessing.crop, 64);
    EXPECT_EQ(details.config.classes, (std::vector<std::string>{"Round", "Ball"}));
}

TEST(TrainJob, GivesTheEngineTheSplitOrderedByContentAndPrepared)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    TrainingData seen;
    engine.onTrain = [&](const TrainingConfig&, const TrainingData& data, const TrainingObserver&,
                         JobContext&) {
        seen = data;
        return TrainingResult{};
    };
    TrainJob job(fixture.workspace(), engine, {});
    ASSERT_EQ(runTraining(job).state, JobState::Succeeded);
    EXPECT_EQ(seen.train.size(), 12u);
    EXPECT_EQ(seen.val.size(), 4u);
    for (std::size_t i = 1; i < seen.train.size(); ++i)
        EXPECT_LT(seen.train[i - 1].sha256, seen.train[i].sha256);
    EXPECT_FALSE(std::filesystem::is_empty(seen.preparedFolder));
}

TEST(TrainJob, AFolderOfWeightsBringsItsOwnPreprocessing)
{
    test::SplitWorkspace fixture;
    const test::TemporaryFolder weights;
    ASSERT_TRUE(
        writeFileAtomically(weights / "preprocessor_config.json",
                            R"({"size": {"height": 64, "width": 64}, "image_mean": [0.5, 0.5, 0.5]})"));
    test::FakeEngine engine;
    TrainingConfig seen;
    engine.onTrain = [&](const TrainingConfig& config, const TrainingData&, const TrainingObserver&,
                         JobContext&) {
        seen = config;
        return TrainingResult{};
    };
    TrainRequest request;
    request.weights = weights.path();
    TrainJob job(fixture.workspace(), engine, request);
    const auto outcome = runTraining(job);
    ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
    EXPECT_EQ(seen.preprocessing.resize, (ResizeRule{ResizeRule::Kind::Square, 64}));
    EXPECT_EQ(seen.preprocessing.crop, 64);
    EXPECT_EQ(seen.preprocessing.mean[0], 0.5f);
}

TEST(TrainJob, FailureCancellationAndExceptionAreTold)
{
    struct Case
    {
        test::FakeEngine::Train train;
        JobState state;
        RunStatus status;
    };
    const Case cases[] = {
        {[](auto&&...) -> Result<TrainingResult> { return fail(ErrorCode::DiskFull, "the disk is full"); },
         JobState::Failed, RunStatus::Failed},
        {[](auto&&...) -> Result<TrainingResult> { return fail(ErrorCode::Cancelled, ""); },
         JobState::Cancelled, RunStatus::Cancelled},
        {[](auto&&...) -> Result<TrainingResult> { throw std::runtime_error("from a library"); },
         JobState::Failed, RunStatus::Failed},
    };
    for (const auto& one : cases) {
        test::SplitWorkspace fixture;
        test::FakeEngine engine;
        engine.onTrain = one.train;
        TrainJob job(fixture.workspace(), engine, {});
        EXPECT_EQ(runTraining(job).state, one.state);
        const auto run = onlyRun(fixture.workspace());
        EXPECT_EQ(run.status, one.status);
        EXPECT_EQ(run.message.empty(), one.status != RunStatus::Failed);
    }
}

TEST(TrainJob, CancelledWhilePreparingLeavesACancelledRun)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    CancelToken token;
    token.request();
    TrainJob job(fixture.workspace(), engine, {});
    EXPECT_EQ(runTraining(job, token).state, JobState::Cancelled);
    EXPECT_EQ(onlyRun(fixture.workspace()).status, RunStatus::Cancelled);
}

TEST(TrainJob, RepeatsARunFromItsConfigAndRefusesItForOtherPictures)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    TrainRequest request;
    request.batchSize = 7;
    request.seed = 5;
    request.learning.balance = 0.5;
    TrainJob first(fixture.workspace(), engine, request);
    ASSERT_EQ(runTraining(first).state, JobState::Succeeded);
    const auto original = fixture.workspace().runFolder(first.runId()) / "config.json";

    TrainRequest repeat;
    repeat.config = original;
    TrainJob second(fixture.workspace(), engine, repeat);
    const auto outcome = runTraining(second);
    ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
    EXPECT_NE(second.runId(), first.runId());
    EXPECT_EQ(readTextFile(fixture.workspace().runFolder(second.runId()) / "config.json").value(),
              readTextFile(original).value());

    auto json = nlohmann::json::parse(readTextFile(original).value());
    EXPECT_EQ(json["used_on"]["train"]["pictures"], 12);
    json["used_on"]["train"]["sha256"] = "of other pictures";
    const test::TemporaryFolder folder;
    repeat.config = folder / "config.json";
    ASSERT_TRUE(writeFileAtomically(repeat.config, json.dump()));
    TrainJob other(fixture.workspace(), engine, repeat);
    const auto refused = runTraining(other);
    EXPECT_EQ(refused.error.code, ErrorCode::NotReady);
    EXPECT_NE(refused.error.message.find("'train'"), std::string::npos) << refused.error.text();
    ASSERT_TRUE(writeFileAtomically(repeat.config, "[]"));
    TrainJob broken(fixture.workspace(), engine, repeat);
    EXPECT_EQ(runTraining(broken).error.code, ErrorCode::InvalidArgument);
}

TEST(FindRateJob, PreparesThePicturesAsksTheEngineAndMakesNoRun)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    FindRateJob job(fixture.workspace(), engine, {});
    JobContext context;
    const auto outcome = runJob(job, context);
    ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
    EXPECT_EQ(job.result().suggested, 0.01);
    EXPECT_FALSE(std::filesystem::is_empty(fixture.workspace().preparedFolder()));
    EXPECT_TRUE(fixture.workspace().catalogue().value().runs().value().empty());
}

TEST(EstimateTrainingJob, CountsThePicturesOfTheSplitAndMakesNoRun)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    TrainRequest request;
    request.epochs = 4;
    EstimateTrainingJob job(fixture.workspace(), engine, request);
    JobContext context;
    const auto outcome = runJob(job, context);
    ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
    EXPECT_TRUE(job.result().fits());
    const auto train = picturesOf(fixture.workspace(), EvaluationSet::Train).value().size();
    const auto val = picturesOf(fixture.workspace(), EvaluationSet::Val).value().size();
    EXPECT_NEAR(job.seconds(), 4 * (static_cast<double>(train) * 0.5 + static_cast<double>(val) * 0.1), 1e-9);
    EXPECT_TRUE(fixture.workspace().catalogue().value().runs().value().empty());
}

TEST(TrainJob, ResumeContinuesTheSameRunWithItsOwnSettings)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    TrainRequest request;
    request.batchSize = 7;
    request.epochs = 2;
    TrainJob first(fixture.workspace(), engine, request);
    ASSERT_EQ(runTraining(first).state, JobState::Succeeded);

    TrainingConfig seen;
    bool resumed = false;
    engine.onTrain = [&](const TrainingConfig& config, const TrainingData& data,
                         const TrainingObserver& observer, JobContext&) {
        seen = config;
        resumed = data.resume;
        observer.epoch(test::epochWith(3, 0.75));
        return TrainingResult{};
    };
    TrainRequest again;
    again.resumeRun = "latest";
    again.epochs = 3;
    TrainJob second(fixture.workspace(), engine, again);
    ASSERT_EQ(runTraining(second).state, JobState::Succeeded);
    EXPECT_TRUE(resumed);
    EXPECT_EQ(seen.batchSize, 7);
    EXPECT_EQ(seen.epochs, 3);
    const auto run = onlyRun(fixture.workspace());
    EXPECT_EQ(run.bestEpoch, 3);
    EXPECT_DOUBLE_EQ(run.bestMacro, 0.75);
}

TEST(TrainJob, ResumeKeepsTheDeviceUnlessAnotherIsNamed)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    std::string seen;
    engine.onTrain = [&](const TrainingConfig& config, const TrainingData&, const TrainingObserver&,
                         JobContext&) {
        seen = config.device;
        return TrainingResult{};
    };
    TrainRequest request;
    request.device = "cpu";
    TrainJob first(fixture.workspace(), engine, request);
    ASSERT_EQ(runTraining(first).state, JobState::Succeeded);
    TrainRequest again;
    again.resumeRun = first.runId();
    TrainJob second(fixture.workspace(), engine, again);
    ASSERT_EQ(runTraining(second).state, JobState::Succeeded);
    EXPECT_EQ(seen, "cpu");
    again.device = "cuda:1";
    TrainJob third(fixture.workspace(), engine, again);
    ASSERT_EQ(runTraining(third).state, JobState::Succeeded);
    EXPECT_EQ(seen, "cuda:1");
    EXPECT_EQ(loadRun(fixture.workspace(), first.runId()).value().config.device, "cuda:1");
}

TEST(TrainJob, ResumeIsRefusedWhereThePicturesAreOthers)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    TrainJob first(fixture.workspace(), engine, {});
    ASSERT_EQ(runTraining(first).state, JobState::Succeeded);
    auto catalogue = fixture.workspace().catalogue().value();
    const auto train = picturesOf(fixture.workspace(), EvaluationSet::Train).value();
    const auto one = catalogue.findImage(train.front().sha256).value().value();
    ASSERT_TRUE(EditJournal(catalogue).edit(excludePictures({one.id})));

    TrainRequest again;
    again.resumeRun = first.runId();
    TrainJob refused(fixture.workspace(), engine, again);
    const auto outcome = runTraining(refused);
    EXPECT_EQ(outcome.error.code, ErrorCode::NotReady);
    EXPECT_NE(outcome.error.message.find("'train'"), std::string::npos) << outcome.error.message;
    EXPECT_EQ(onlyRun(fixture.workspace()).status, RunStatus::Finished) << "nothing was changed";

    ASSERT_TRUE(EditJournal(catalogue).undo());
    TrainJob goesOn(fixture.workspace(), engine, again);
    EXPECT_EQ(runTraining(goesOn).state, JobState::Succeeded);
}

TEST(FindRateJob, TakesTheLargestBatchWhereItIsLeftOpen)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    TrainRequest request;
    request.batchSize = 0;
    FindRateJob job(fixture.workspace(), engine, request);
    JobContext context;
    const auto outcome = runJob(job, context);
    ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
    EXPECT_EQ(engine.rateSearchBatch, 12) << "24 fit, but there are 12 pictures";
}

TEST(TrainingPreset, TheRecipeTrainsTheHeadOfThoseThatStartFromWeights)
{
    ModelInfo beit;
    beit.id = "beit_base_patch16_224";
    beit.preprocessing.crop = 224;
    beit.trainsHeadOnly = true;
    const auto recipe = presetTraining(TrainingPreset::Recipe, beit, "beit.safetensors");
    EXPECT_EQ(recipe.freeze, FreezeMode::Body);
    EXPECT_EQ(recipe.epochs, 30);
    EXPECT_EQ(recipe.learning, LearningParams{});
    EXPECT_EQ(presetTraining(TrainingPreset::Recipe, beit, {}).freeze, FreezeMode::None);
    EXPECT_EQ(presetTraining(TrainingPreset::HeadFirst, beit, "beit.safetensors").freeze, FreezeMode::None);
    EXPECT_EQ(presetTraining(TrainingPreset::QuickTrial, beit, {}).inputSize, 64);
}

TEST(TrainJob, RefusesWhatCannotBeTrained)
{
    test::FakeEngine engine;
    test::SplitWorkspace unsplit(test::SplitWorkspace::State::Imported);
    TrainJob early(unsplit.workspace(), engine, {});
    const auto notReady = runTraining(early);
    EXPECT_EQ(notReady.error.code, ErrorCode::NotReady);
    EXPECT_NE(notReady.error.message.find("split"), std::string::npos);

    test::SplitWorkspace fixture;
    for (const auto& change : std::vector<std::function<void(TrainRequest&)>>{
             [](TrainRequest& request) { request.model = "vgg"; },
             [](TrainRequest& request) { request.inputSize = 8; },
             [](TrainRequest& request) { request.epochs = 0; },
             [](TrainRequest& request) { request.batchSize = 1; },
             [](TrainRequest& request) { request.learning.rate = 0; },
         }) {
        TrainRequest request;
        change(request);
        TrainJob job(fixture.workspace(), engine, request);
        EXPECT_EQ(runTraining(job).error.code, ErrorCode::InvalidArgument);
    }
    EXPECT_TRUE(fixture.workspace().catalogue().value().runs().value().empty()) << "nothing was registered";
}

} // namespace nakama
