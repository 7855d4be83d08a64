#include "core/workflow/evaluate_job.h"
#include "core/workflow/train_job.h"
#include "tests/unit/workflow/fake_engine.h"
#include "tests/unit/workflow/split_workspace.h"

#include <gtest/gtest.h>

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

    const auto files = evaluationFiles(fixture.workspace(), job.runId(), EvaluationSet::Test);
    EXPECT_TRUE(std::filesystem::exists(files.predictions));
    EXPECT_TRUE(std::filesystem::exists(files.reportFolder / "report.html"));
    const auto stored = loadEvaluation(fixture.workspace(), job.runId(), EvaluationSet::Test).value();
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->confusion, job.metrics().confusion);
    EXPECT_DOUBLE_EQ(stored->loss, job.metrics().loss);
    EXPECT_FALSE(loadEvaluation(fixture.workspace(), job.runId(), EvaluationSet::Val).value());
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
