#include "core/base/atomic_file.h"
#include "core/curate/split_job.h"
#include "core/workflow/compare_job.h"
#include "core/workflow/derived_run.h"
#include "core/workflow/evaluate_job.h"
#include "core/workflow/run_pictures.h"
#include "core/workflow/train_job.h"
#include "tests/unit/workflow/fake_engine.h"
#include "tests/unit/workflow/split_workspace.h"

#include <gmock/gmock.h>
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

/** A split workspace with a number of trained runs. */
class CompareJobTest : public testing::Test
{
protected:
    std::string train()
    {
        TrainJob job(workspace(), engine, {});
        EXPECT_EQ(runInline(job).state, JobState::Succeeded);
        return job.runId();
    }
    const Workspace& workspace() const { return fixture.workspace(); }

    test::SplitWorkspace fixture;
    test::FakeEngine engine;
};

} // namespace

TEST_F(CompareJobTest, ComparesRunsAndAsksTheEngineOnlyForWhatIsNotThere)
{
    const auto a = train();
    const auto b = train();
    CompareJob job(
        workspace(), [&]() -> Result<Engine*> { return &engine; }, {a, "latest"}, EvaluationSet::Test);
    const auto outcome = runInline(job);
    ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
    EXPECT_EQ(job.runIds(), (std::vector<std::string>{a, b}));
    EXPECT_EQ(job.comparison().n, 4);
    EXPECT_EQ(job.comparison().pairs.at(0).verdict, Verdict::NoClearWinner);
    ASSERT_EQ(job.table().rows.size(), 2u);
    EXPECT_EQ(job.table().rows[0].metrics.n, 4);
    EXPECT_EQ(job.table().title, "Held-out test, n = 4");
    EXPECT_THAT(job.warnings(), testing::Contains(testing::HasSubstr("have not been searched")));

    for (const auto& id : {a, b}) {
        EvaluateJob evaluate(workspace(), engine, id, EvaluationSet::Test);
        ASSERT_EQ(runInline(evaluate).state, JobState::Succeeded);
    }
    CompareJob stored(
        workspace(), []() -> Result<Engine*> { return fail(ErrorCode::NotReady, "no engine"); }, {a, b},
        EvaluationSet::Test);
    EXPECT_EQ(runInline(stored).state, JobState::Succeeded);
    CompareJob missing(
        workspace(), []() -> Result<Engine*> { return fail(ErrorCode::NotReady, "no engine"); }, {a, b},
        EvaluationSet::Val);
    EXPECT_EQ(runInline(missing).error.message, "no engine");
}

TEST_F(CompareJobTest, SaysWhenRunsSawOtherSplits)
{
    const auto a = train();
    SplitJob split(workspace(), SplitJobParams{{0.6, 0.2, 0.2, 2}, {}, CopiesInSplit::Ignored, {}});
    ASSERT_EQ(runInline(split).state, JobState::Succeeded);
    const auto b = train();
    ASSERT_TRUE(runPictures(workspace(), a));
    ASSERT_TRUE(runPictures(workspace(), b));
    EXPECT_NE(runPictures(workspace(), a)->train, runPictures(workspace(), b)->train);
    CompareJob job(
        workspace(), [&]() -> Result<Engine*> { return &engine; }, {a, b}, EvaluationSet::Test);
    ASSERT_EQ(runInline(job).state, JobState::Succeeded);
    EXPECT_THAT(job.warnings(),
                testing::Contains(testing::HasSubstr(b + " was trained on another split than " + a)));
}

TEST_F(CompareJobTest, AnEnsembleIsARunOfItsOwn)
{
    const auto a = train();
    const auto b = train();
    const auto ensemble = ensembleOf(workspace(), {a, b});
    ASSERT_TRUE(ensemble) << ensemble.error().text();
    EXPECT_EQ(ensemble->status, RunStatus::Finished);
    EXPECT_EQ(ensembleOf(workspace(), {b, a})->id, ensemble->id);
    EXPECT_EQ(derivedRun(workspace(), ensemble->id)->members, (std::vector<std::string>{a, b}));
    EXPECT_FALSE(derivedRun(workspace(), a));
    EXPECT_EQ(ensembleOf(workspace(), {a}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(ensembleOf(workspace(), {a, a}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(ensembleOf(workspace(), {a, "2020-01-01-x-1"}).error().code, ErrorCode::NotFound);

    EvaluateJob evaluate(workspace(), engine, ensemble->id, EvaluationSet::Test);
    const auto outcome = runInline(evaluate);
    ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
    EXPECT_EQ(evaluate.metrics().n, 4);
    CompareJob compare(
        workspace(), [&]() -> Result<Engine*> { return &engine; }, {a, ensemble->id}, EvaluationSet::Test);
    EXPECT_EQ(runInline(compare).state, JobState::Succeeded);
}

TEST_F(CompareJobTest, TestViewsAreARunOfTheirOwn)
{
    const auto a = train();
    EXPECT_EQ(withTestViews(workspace(), a, TestViews::Plain)->id, a);
    const auto flipped = withTestViews(workspace(), "latest", TestViews::Flip).value();
    EXPECT_NE(flipped.id, a);
    EXPECT_EQ(flipped.model, "resnet18-flip");
    EXPECT_EQ(withTestViews(workspace(), a, TestViews::Flip)->id, flipped.id);
    EXPECT_NE(withTestViews(workspace(), a, TestViews::Crops)->id, flipped.id);
    EXPECT_EQ(withTestViews(workspace(), flipped.id, TestViews::Crops).error().code,
              ErrorCode::InvalidArgument);
    EvaluateJob evaluate(workspace(), engine, flipped.id, EvaluationSet::Test);
    EXPECT_EQ(runInline(evaluate).state, JobState::Succeeded);
}

} // namespace nakama
