#include "core/curate/split_job.h"
#include "core/label/queue.h"
#include "tests/unit/label/label_fixture.h"

#include <set>

namespace nakama
{

using test::LabelTest;
using test::nami;
using test::zoro;

TEST_F(LabelTest, AnAnswerIsTheLabelAtOnce)
{
    const auto picture = add("1.png");
    const auto anna = annotator(" Anna ");
    EXPECT_EQ(annotator("Anna"), anna);
    record(anna, picture, nami);
    reopen();
    EXPECT_EQ(image(picture).classIndex, 0);
    record(anna, picture, {AnswerKind::SeveralCharacters});
    EXPECT_EQ(image(picture).classIndex, -1);
    EXPECT_EQ(image(picture).mark, PictureMark::SeveralCharacters);
    record(anna, picture, {AnswerKind::Skipped});
    EXPECT_FALSE(image(picture).mark);
}

TEST_F(LabelTest, UndoGoesBackStrokeByStrokeAlsoLater)
{
    const auto first = add("1.png"), second = add("2.png");
    const auto anna = annotator("Anna"), ben = annotator("Ben");
    record(anna, first, nami);
    record(anna, first, zoro);
    record(ben, second, zoro);
    record(anna, second, {AnswerKind::NoneOfThese, -1, "only a hat"});
    reopen();
    const auto taken = undo(anna).value();
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->imageId, second);
    EXPECT_EQ(taken->answer.note, "only a hat");
    EXPECT_EQ(image(second).classIndex, 1); // Ben's alone
    EXPECT_EQ(undo(anna).value()->imageId, first);
    EXPECT_EQ(image(first).classIndex, 0);
    EXPECT_EQ(undo(anna).value()->imageId, first);
    EXPECT_EQ(image(first).classIndex, -1);
    EXPECT_FALSE(undo(anna).value());
    EXPECT_EQ(image(second).classIndex, 1);
}

TEST_F(LabelTest, WhereAnnotatorsDifferThereIsNoLabelUntilItIsSettled)
{
    const auto picture = add("1.png");
    record(annotator("Anna"), picture, nami);
    record(annotator("Ben"), picture, zoro);
    EXPECT_EQ(image(picture).classIndex, -1);
    record(settlingAnnotator, picture, zoro);
    EXPECT_EQ(image(picture).classIndex, 1);
    ASSERT_TRUE(undo(settlingAnnotator).value());
    EXPECT_EQ(image(picture).classIndex, -1);
    record(annotator("Carla"), picture, nami);
    EXPECT_EQ(image(picture).classIndex, 0);
}

TEST_F(LabelTest, TakingAllAnswersBackBringsTheLabelOfBefore)
{
    const auto picture = add("1.png", Pool::Pool, 1);
    const auto anna = annotator("Anna");
    record(anna, picture, nami);
    EXPECT_EQ(image(picture).classIndex, 0);
    ASSERT_TRUE(undo(anna));
    EXPECT_EQ(image(picture).classIndex, 1);
}

TEST_F(LabelTest, TheSecondPassLabelsNothing)
{
    const auto picture = add("1.png");
    const auto anna = annotator("Anna");
    record(anna, picture, nami);
    record(anna, picture, zoro, AnswerPass::Second);
    EXPECT_EQ(image(picture).classIndex, 0);
    const auto answers = AnswerStore(*m_catalogue).answers().value();
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[1].pass, AnswerPass::Second);
    EXPECT_EQ(answers[1].answer, zoro);
}

TEST_F(LabelTest, UndoKeepsToThePicturesAndThePassThatAreShown)
{
    const auto shown = add("1.png"), other = add("2.png");
    const auto anna = annotator("Anna");
    record(anna, shown, nami);
    record(anna, other, zoro);
    record(anna, shown, zoro, AnswerPass::Second);
    const auto taken = undoAnswer(*m_catalogue, {anna, AnswerPass::First, {shown}}).value();
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->answer, nami);
    EXPECT_FALSE(undoAnswer(*m_catalogue, {anna, AnswerPass::First, {shown}}).value());
    EXPECT_FALSE(undoAnswer(*m_catalogue, {anna, AnswerPass::First, {}}).value());
    EXPECT_EQ(image(other).classIndex, 1);
    EXPECT_EQ(undo(anna, AnswerPass::Second).value()->imageId, shown);
}

TEST_F(LabelTest, RowsOfATableAreNoStrokes)
{
    const auto first = add("1.png"), second = add("2.png");
    const auto anna = annotator("Anna");
    record(anna, first, nami);
    record(anna, second, nami);
    const auto row = recordAnswer(*m_catalogue, anna, second, AnswerPass::First, zoro, AnswerOrigin::Table);
    ASSERT_TRUE(row) << row.error().text();
    ASSERT_TRUE(
        recordAnswer(*m_catalogue, settlingAnnotator, first, AnswerPass::First, zoro, AnswerOrigin::Table));
    EXPECT_FALSE(undo(settlingAnnotator).value());
    EXPECT_EQ(undo(anna).value()->imageId, first); // the one under the row would change nothing
    EXPECT_FALSE(undo(anna).value());
    EXPECT_EQ(image(first).classIndex, 1);
    EXPECT_EQ(image(second).classIndex, 1);
    record(anna, second, nami);
    EXPECT_EQ(image(second).classIndex, 0);
    ASSERT_TRUE(undo(anna).value());
    EXPECT_EQ(image(second).classIndex, 1); // what the row says holds again
}

TEST_F(LabelTest, RedoMakesAStrokeHoldAgainUnlessThePictureWasAnsweredAnew)
{
    const auto picture = add("1.png");
    const auto anna = annotator("Anna");
    record(anna, picture, nami);
    const auto taken = undo(anna).value();
    ASSERT_TRUE(taken);
    EXPECT_EQ(image(picture).classIndex, -1);
    reopen();
    const auto again = redoAnswer(*m_catalogue, taken->number).value();
    ASSERT_TRUE(again);
    EXPECT_EQ(again->answer, nami);
    EXPECT_EQ(image(picture).classIndex, 0);
    EXPECT_FALSE(redoAnswer(*m_catalogue, taken->number).value());
    ASSERT_TRUE(undo(anna).value());
    record(anna, picture, zoro);
    EXPECT_FALSE(redoAnswer(*m_catalogue, taken->number).value());
    EXPECT_EQ(image(picture).classIndex, 1);
}

TEST_F(LabelTest, ASetReadsItsOwnPicturesOnly)
{
    const auto test = add("1.png"), unlabelled = add("2.png", Pool::Pool);
    const auto imported = add("3.png", Pool::Pool, 1), corrected = add("4.png", Pool::Pool, 1);
    const auto anna = annotator("Anna"), ben = annotator("Ben");
    record(anna, corrected, nami);
    record(anna, test, nami);
    record(ben, test, zoro);
    const auto answers = AnswerStore(*m_catalogue).answers().value();
    const auto idsOf = [&](LabelSet set) {
        std::set<std::int64_t> ids;
        const auto images = imagesOfSet(*m_catalogue, set, answers).value();
        for (const auto& image : images)
            ids.insert(image.id);
        return ids;
    };
    EXPECT_EQ(idsOf(LabelSet::TrueTest), std::set{test});
    EXPECT_EQ(idsOf(LabelSet::Unlabelled), (std::set{unlabelled, corrected}));
    EXPECT_EQ(idsOf(LabelSet::Conflicts), (std::set{test, corrected})); // the queue takes those that differ
    EXPECT_FALSE(idsOf(LabelSet::Unlabelled).contains(imported));
}

TEST_F(LabelTest, RefusesWhatIsNotThere)
{
    const auto picture = add("1.png");
    const auto anna = annotator("Anna");
    EXPECT_EQ(recordAnswer(*m_catalogue, 99, picture, AnswerPass::First, nami).error().code,
              ErrorCode::NotFound);
    EXPECT_EQ(recordAnswer(*m_catalogue, anna, 99, AnswerPass::First, nami).error().code,
              ErrorCode::NotFound);
    for (const Answer& wrong :
         {Answer{AnswerKind::Class, 2}, Answer{AnswerKind::Class, -1}, Answer{AnswerKind::Unsure, 1}})
        EXPECT_EQ(recordAnswer(*m_catalogue, anna, picture, AnswerPass::First, wrong).error().code,
                  ErrorCode::InvalidArgument);
    EXPECT_FALSE(AnswerStore(*m_catalogue).annotator("  "));
    EXPECT_TRUE(AnswerStore(*m_catalogue).answers().value().empty());
}

TEST_F(LabelTest, LabelsOfTheTrueTestNeverReachTheSplit)
{
    const auto anna = annotator("Anna");
    std::vector<std::int64_t> trueTest;
    for (int i = 0; i < 4; ++i)
        trueTest.push_back(add("t" + std::to_string(i) + ".png"));
    for (const auto picture : trueTest)
        record(anna, picture, nami);
    SplitJobParams params;
    params.copies = CopiesInSplit::Ignored;
    SplitJob alone(*m_workspace, params);
    JobContext context;
    const auto refused = runJob(alone, context);
    EXPECT_EQ(refused.state, JobState::Failed);
    EXPECT_NE(refused.error.message.find("true test"), std::string::npos) << refused.error.message;

    for (int i = 0; i < 6; ++i)
        add("p" + std::to_string(i) + ".png", Pool::Pool, i % 2);
    SplitJob job(*m_workspace, params);
    ASSERT_EQ(runJob(job, context).state, JobState::Succeeded);
    for (const auto picture : trueTest)
        EXPECT_FALSE(image(picture).split);
    const auto byHand = m_catalogue->setSplit({{trueTest.front(), SplitPart::Train}}, {});
    ASSERT_FALSE(byHand);
    EXPECT_NE(byHand.error().message.find("true test"), std::string::npos) << byHand.error().message;
}

} // namespace nakama
