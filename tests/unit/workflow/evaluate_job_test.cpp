#include "core/base/atomic_file.h"
#include "core/curate/duplicates_job.h"
#include "core/curate/split_job.h"
#include "core/evaluation/calibration.h"
#include "core/workflow/derived_run.h"
#include "core/workflow/evaluate_job.h"
#include "core/workflow/open_set_job.h"
#include "core/workflow/run_note.h"
#include "core/workflow/train_job.h"
#include "core/workspace/catalogue.h"
#include "tests/unit/workflow/fake_engine.h"
#include "tests/unit/workflow/split_workspace.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>

namespace nakama
{

namespace
{

JobOutcome runInline(Job& job)
{
    JobContext context;
    return runJob(job, context);
}

} // namespace

TEST(EvaluateJob, KeepsFiguresPredictionsAndReport)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    TrainJob train(fixture.workspace(), engine, {});
    ASSERT_EQ(runInline(train).state, JobState::Succeeded);

    EvaluateJob job(fixture.workspace(), engine, "latest", EvaluationSet::Test);
    const auto outcome = runInline(job);
    ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
    EXPECT_EQ(job.runId(), train.runId());
    EXPECT_EQ(job.metrics().n, 4);
    EXPECT_DOUBLE_EQ(job.metrics().f1.micro, 0.75); // one of four is wrong
    EXPECT_EQ(job.metrics().intervals.size(), 3u);
    EXPECT_EQ(job.metrics().groups, 4);
    EXPECT_EQ(job.metrics().leakState(), "not checked"); // copies were not searched for
    ASSERT_TRUE(job.metrics().calibration);
    EXPECT_NE(job.metrics().calibration->temperature, 1);

    const auto files = evaluationFiles(fixture.workspace(), job.runId(), EvaluationSet::Test);
    EXPECT_TRUE(std::filesystem::exists(files.predictions));
    EXPECT_TRUE(std::filesystem::exists(files.reportFolder / "report.html"));
    const auto stored = loadEvaluation(fixture.workspace(), job.runId(), EvaluationSet::Test).value();
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->confusion, job.metrics().confusion);
    EXPECT_DOUBLE_EQ(stored->loss, job.metrics().loss);
    EXPECT_FALSE(loadEvaluation(fixture.workspace(), job.runId(), EvaluationSet::Val).value());
}

TEST(EvaluateJob, TheTemperatureIsOfValidationAndOfThisModel)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    TrainJob train(fixture.workspace(), engine, {});
    ASSERT_EQ(runInline(train).state, JobState::Succeeded);
    EvaluateJob job(fixture.workspace(), engine, "latest", EvaluationSet::Test);
    ASSERT_EQ(runInline(job).state, JobState::Succeeded);

    // The engine's answers on validation: three of four right, with the same logits.
    PredictionTable validation{{"A", "B"}, {}};
    for (int i = 0; i < 4; ++i)
        validation.rows.push_back({"", "", i == 0 ? 1 : 0, {3, 0}});
    const double temperature = job.metrics().calibration->temperature;
    EXPECT_NEAR(temperature, fitTemperature(validation), 1e-9);
    EXPECT_NEAR(
        job.predictions().rows[1].probabilities()[static_cast<std::size_t>(job.predictions().rows[1].label)],
        0.75, 1e-6);

    const auto kept = fixture.workspace().runFolder(job.runId()) / "temperature.json";
    auto json = nlohmann::json::parse(readTextFile(kept).value());
    json["temperature"] = 2.5;
    ASSERT_TRUE(writeFileAtomically(kept, json.dump()));
    ASSERT_EQ(runInline(job).state, JobState::Succeeded);
    EXPECT_EQ(job.metrics().calibration->temperature, 2.5);
    // A newer checkpoint is another model.
    std::filesystem::last_write_time(bestCheckpoint(fixture.workspace(), job.runId()),
                                     std::filesystem::last_write_time(kept) + std::chrono::seconds(5));
    ASSERT_EQ(runInline(job).state, JobState::Succeeded);
    EXPECT_NEAR(job.metrics().calibration->temperature, temperature, 1e-9);
}

TEST(EvaluateJob, TheTemperatureIsFittedAgainWhenAValidationPictureIsRelabelled)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    TrainJob train(fixture.workspace(), engine, {});
    ASSERT_EQ(runInline(train).state, JobState::Succeeded);
    EvaluateJob job(fixture.workspace(), engine, "latest", EvaluationSet::Test);
    ASSERT_EQ(runInline(job).state, JobState::Succeeded);
    const auto kept = fixture.workspace().runFolder(job.runId()) / "temperature.json";
    auto json = nlohmann::json::parse(readTextFile(kept).value());
    json["temperature"] = 2.5;
    ASSERT_TRUE(writeFileAtomically(kept, json.dump()));

    auto catalogue = fixture.workspace().catalogue().value();
    const auto validation = picturesOf(fixture.workspace(), EvaluationSet::Val).value();
    const auto record = catalogue.findImage(validation[0].sha256).value();
    ASSERT_TRUE(catalogue.setLabel(record->id, 1 - record->classIndex, "person"));
    ASSERT_EQ(runInline(job).state, JobState::Succeeded);
    EXPECT_NE(job.metrics().calibration->temperature, 2.5);
}

TEST(OpenSetJob, SaysWhyItCannotBeMade)
{
    class WithoutFeatures : public test::FakeEngine
    {
    public:
        Result<FeatureTable> features(const FeatureRequest&, JobContext&) override
        {
            return fail(ErrorCode::Unsupported, "this engine has no features");
        }
    };
    test::SplitWorkspace fixture;
    SplitJob split(fixture.workspace(), SplitJobParams{{0.2, 0.6, 0.2, 1}, {}, CopiesInSplit::Ignored, {}});
    ASSERT_EQ(runInline(split).state, JobState::Succeeded); // enough validation to tell them by
    WithoutFeatures engine;
    TrainJob train(fixture.workspace(), engine, {});
    ASSERT_EQ(runInline(train).state, JobState::Succeeded);
    EvaluateJob evaluate(fixture.workspace(), engine, "latest", EvaluationSet::Test);
    ASSERT_EQ(runInline(evaluate).state, JobState::Succeeded) << "figures need no features";
    OpenSetJob job(fixture.workspace(), engine, train.runId());
    const auto outcome = runInline(job);
    ASSERT_EQ(outcome.state, JobState::Failed);
    EXPECT_NE(outcome.error.text().find("this engine has no features"), std::string::npos);
}

TEST(EvaluateJob, TheReportSaysHowTheRunCameAboutAndIsThereAsPdf)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    std::vector<std::string> trained;
    for (int i = 0; i < 2; ++i) {
        TrainJob train(fixture.workspace(), engine, {});
        ASSERT_EQ(runInline(train).state, JobState::Succeeded);
        trained.push_back(train.runId());
    }
    ASSERT_TRUE(writeRunNote(fixture.workspace(), trained[0], {"first try", ""}));
    const auto reportOf = [&](const std::string& runId) {
        EvaluateJob job(fixture.workspace(), engine, runId, EvaluationSet::Test);
        EXPECT_EQ(runInline(job).state, JobState::Succeeded);
        EXPECT_TRUE(job.warnings().empty());
        auto pdf = job.report();
        EXPECT_TRUE(std::filesystem::exists(pdf.replace_extension(".pdf")));
        return readTextFile(job.report()).value();
    };
    const auto plain = reportOf(trained[0]);
    for (const char* part :
         {"evaluated 20", "Copies in the split", "a naive split", "Memory layout", "Precision</th>",
          "&quot;label_smoothing&quot;", "<small>from ", "n = 4 · not checked"})
        EXPECT_NE(plain.find(part), std::string::npos) << part;

    const auto ensemble = reportOf(ensembleOf(fixture.workspace(), trained)->id);
    EXPECT_NE(ensemble.find("the mean of its members"), std::string::npos);
    EXPECT_NE(ensemble.find("resnet18 (first try), from scratch, best epoch 1 of 2"), std::string::npos);
    EXPECT_NE(ensemble.find("resnet18 (" + trained[1] + ")"), std::string::npos);
    EXPECT_EQ(ensemble.find("Trained layers"), std::string::npos) << "the first member's settings";

    const auto flipped = reportOf(withTestViews(fixture.workspace(), trained[0], TestViews::Flip)->id);
    EXPECT_NE(flipped.find("2: the crop and its mirror image"), std::string::npos);
    EXPECT_NE(flipped.find("Trained layers"), std::string::npos);
}

TEST(EvaluateJob, CountsCopiesOnceAndTheGroupsThatLeak)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    TrainJob train(fixture.workspace(), engine, {});
    ASSERT_EQ(runInline(train).state, JobState::Succeeded);
    DuplicatesJob search(fixture.workspace());
    ASSERT_EQ(runInline(search).state, JobState::Succeeded);
    EvaluateJob job(fixture.workspace(), engine, "latest", EvaluationSet::Test);
    ASSERT_EQ(runInline(job).state, JobState::Succeeded);
    // The shapes of the workspace are crops of one another, and were split as if they were not.
    EXPECT_LT(job.metrics().groups, 4);
    ASSERT_TRUE(job.metrics().leakedGroups);
    EXPECT_GT(*job.metrics().leakedGroups, 0);

    const auto learned = fixture.workspace().runFolder(job.runId()) / "pictures.json";
    ASSERT_TRUE(writeFileAtomically(learned, R"({"train": ["another picture"], "val": []})"));
    ASSERT_EQ(runInline(job).state, JobState::Succeeded);
    EXPECT_EQ(job.metrics().leakState(), "leak-free");
    std::filesystem::remove(learned);
    ASSERT_EQ(runInline(job).state, JobState::Succeeded);
    EXPECT_EQ(job.metrics().leakState(), "not checked");
}

TEST(EvaluateJob, SaysWhatIsMissing)
{
    test::SplitWorkspace fixture;
    test::FakeEngine engine;
    EvaluateJob noRun(fixture.workspace(), engine, "2020-01-01-x-1", EvaluationSet::Test);
    EXPECT_EQ(runInline(noRun).error.code, ErrorCode::NotFound);

    engine.onTrain = [](auto&&...) -> Result<TrainingResult> { return fail(ErrorCode::Cancelled, ""); };
    TrainJob train(fixture.workspace(), engine, {});
    runInline(train);
    EvaluateJob noEpoch(fixture.workspace(), engine, train.runId(), EvaluationSet::Test);
    EXPECT_EQ(runInline(noEpoch).error.code, ErrorCode::NotReady);

    engine.onTrain = nullptr;
    TrainJob again(fixture.workspace(), engine, {});
    ASSERT_EQ(runInline(again).state, JobState::Succeeded);
    EvaluateJob noTrueTest(fixture.workspace(), engine, again.runId(), EvaluationSet::TrueTest);
    const auto outcome = runInline(noTrueTest);
    EXPECT_EQ(outcome.error.code, ErrorCode::NotReady);
    EXPECT_NE(outcome.error.message.find("true test"), std::string::npos);
}

} // namespace nakama
