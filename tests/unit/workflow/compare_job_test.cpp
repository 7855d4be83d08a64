#include "core/base/atomic_file.h"
#include "core/curate/duplicates_job.h"
#include "core/curate/split_job.h"
#include "core/workflow/compare_job.h"
#include "core/workflow/derived_run.h"
#include "core/workflow/evaluate_job.h"
#include "core/workflow/own_sets.h"
#include "core/workflow/run_note.h"
#include "core/workflow/run_pictures.h"
#include "core/workflow/train_job.h"
#include "core/workspace/catalogue.h"
#include "tests/unit/workflow/fake_engine.h"
#include "tests/unit/workflow/split_workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

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

TEST_F(CompareJobTest, FiguresAreOfThePicturesComparedWithTheLabelsOfToday)
{
    const auto a = train();
    const auto b = train();
    ASSERT_TRUE(writeRunNote(workspace(), b, {"second try", ""}));
    EvaluateJob evaluate(workspace(), engine, a, EvaluationSet::Test);
    ASSERT_EQ(runInline(evaluate).state, JobState::Succeeded);
    ASSERT_NE(evaluate.metrics().calibration->temperature, 1);
    const RunAnswers::EngineSource source = [&]() -> Result<Engine*> { return &engine; };
    CompareJob before(workspace(), source, {a, b}, EvaluationSet::Test);
    ASSERT_EQ(runInline(before).state, JobState::Succeeded);
    EXPECT_EQ(before.table().rows[0].name, "resnet18 (" + a + ")");
    EXPECT_EQ(before.table().rows[1].name, "resnet18 (second try)");
    // Kept ones are calibrated, those of b asked for: both say the loss of the model's own logits.
    EXPECT_NEAR(before.table().rows[0].metrics.loss, evaluate.metrics().loss, 1e-6);
    EXPECT_NEAR(before.table().rows[1].metrics.loss, evaluate.metrics().loss, 1e-6);
    EXPECT_EQ(before.table().rows[0].metrics.groups, 4);

    // The wrong answer turns out to be right.
    const auto wrong = std::ranges::find_if(
        evaluate.predictions().rows, [](const Prediction& row) { return row.predicted() != row.label; });
    auto catalogue = workspace().catalogue().value();
    const auto record = catalogue.findImage(wrong->id).value();
    ASSERT_TRUE(catalogue.setLabel(record->id, wrong->predicted(), "person"));
    CompareJob after(workspace(), source, {a, b}, EvaluationSet::Test);
    ASSERT_EQ(runInline(after).state, JobState::Succeeded);
    EXPECT_EQ(after.table().rows[0].metrics.f1.micro, 1);
    EXPECT_LT(after.table().rows[0].metrics.loss, evaluate.metrics().loss);
}

TEST_F(CompareJobTest, FiguresAreOfWhatAllRunsAnswered)
{
    const auto a = train();
    const auto b = train();
    for (const auto& id : {a, b}) {
        EvaluateJob evaluate(workspace(), engine, id, EvaluationSet::Test);
        ASSERT_EQ(runInline(evaluate).state, JobState::Succeeded);
    }
    // An engine that cannot read the last picture, for the run whose answers are gone.
    class OneUnread : public test::FakeEngine
    {
    public:
        Result<EvaluationAnswer> evaluate(const EvaluationRequest& request, JobContext& context) override
        {
            auto answer = test::FakeEngine::evaluate(request, context);
            if (answer)
                answer->table.rows.pop_back();
            return answer;
        }
    };
    std::filesystem::remove(evaluationFiles(workspace(), b, EvaluationSet::Test).predictions);
    OneUnread unread;
    CompareJob job(
        workspace(), [&]() -> Result<Engine*> { return &unread; }, {a, b}, EvaluationSet::Test);
    ASSERT_EQ(runInline(job).state, JobState::Succeeded);
    EXPECT_EQ(job.comparison().n, 3);
    for (const auto& row : job.table().rows)
        EXPECT_EQ(row.metrics.n, 3);
    EXPECT_THAT(job.warnings(), testing::Contains(testing::HasSubstr("Not all runs answered")));
}

TEST_F(CompareJobTest, ANaiveSplitStandsBesideALeakFreeOne)
{
    DuplicatesJob search(workspace());
    ASSERT_EQ(runInline(search).state, JobState::Succeeded);
    const auto naive = train();
    const auto leakFree = train();
    EXPECT_EQ(compareOwnSets(workspace(), {naive, leakFree}, EvaluationSet::Test).error().code,
              ErrorCode::NotReady);
    EXPECT_EQ(compareOwnSets(workspace(), {naive}, EvaluationSet::Test).error().code,
              ErrorCode::InvalidArgument);
    for (const auto& id : {naive, leakFree}) {
        EvaluateJob evaluate(workspace(), engine, id, EvaluationSet::Test);
        ASSERT_EQ(runInline(evaluate).state, JobState::Succeeded);
    }
    const auto same = compareOwnSets(workspace(), {naive, leakFree}, EvaluationSet::Test).value();
    EXPECT_TRUE(same.flattery.empty());
    EXPECT_THAT(same.notes, testing::Contains(testing::HasSubstr("takes a run whose groups cross")));

    // As if the second had learned from other pictures, and made one mistake more.
    ASSERT_TRUE(writeFileAtomically(workspace().runFolder(leakFree) / "pictures.json",
                                    R"({"train": ["another picture"], "val": []})"));
    const auto files = evaluationFiles(workspace(), leakFree, EvaluationSet::Test);
    auto metrics = nlohmann::json::parse(readTextFile(files.metrics).value());
    metrics["macro"] = metrics["macro"].get<double>() - 0.25;
    ASSERT_TRUE(writeFileAtomically(files.metrics, metrics.dump()));
    const auto sets = compareOwnSets(workspace(), {naive, leakFree}, EvaluationSet::Test).value();
    EXPECT_EQ(sets.runIds, (std::vector<std::string>{naive, leakFree}));
    EXPECT_THAT(sets.table.rows[0].metrics.leakState(), testing::HasSubstr("cross"));
    EXPECT_EQ(sets.table.rows[1].metrics.leakState(), "leak-free");
    ASSERT_EQ(sets.flattery.size(), 1u);
    EXPECT_EQ(sets.flattery[0].naive, naive);
    EXPECT_EQ(sets.flattery[0].leakFree, leakFree);
    EXPECT_NEAR(sets.flattery[0].deltaMacro, 0.25, 1e-9);
    EXPECT_LT(sets.flattery[0].interval.low, 0.25);
    EXPECT_GT(sets.flattery[0].interval.high, 0.25);
    EXPECT_THAT(sets.flattery[0].words,
                testing::StartsWith("the naive split flatters resnet18 by 0.250 macro-F1"));
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
