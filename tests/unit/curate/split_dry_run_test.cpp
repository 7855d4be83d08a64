#include "core/curate/split_job.h"
#include "core/workspace/copy_store.h"
#include "core/workspace/edit_journal.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

using test::must;

/** What a split would take, told without splitting, and what splitting again takes away. */
class SplitDryRunTest : public test::WorkspaceTest
{
protected:
    void SetUp() override
    {
        for (const auto& [classIndex, count] : {std::pair{0, 30}, std::pair{1, 10}, std::pair{2, 4}})
            for (int i = 0; i < count; ++i)
                must(m_catalogue.addImage(
                    test::picture(std::to_string(classIndex) + "-" + std::to_string(i), classIndex)));
    }
    SplitReport run(SplitJobParams params)
    {
        SplitJob job(m_workspace, params);
        JobContext context;
        const auto outcome = runJob(job, context);
        EXPECT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
        return job.report();
    }
};

TEST_F(SplitDryRunTest, TellsWhatCapsDropAndLevellingNeeds)
{
    SplitJobParams params;
    params.run = SplitRun::Dry;
    params.caps.perClass = 12;
    const auto report = run(params);
    EXPECT_EQ(report.beyondCaps, 18);
    ASSERT_EQ(report.classes.size(), 3u);
    EXPECT_EQ(report.classes[0].labelled, 30);
    EXPECT_EQ(report.classes[0].used, 12);
    EXPECT_EQ(report.classes[1].used, 10);
    EXPECT_EQ(report.levelling().classes, 2);
    EXPECT_EQ(report.levelling().pictures, 2 + 8);
    EXPECT_EQ(report.unsearched, 44) << "a dry run looks for no copies";
    EXPECT_FALSE(must(m_catalogue.splitInfo()));
    EXPECT_FALSE(must(EditJournal(m_catalogue).nextUndo()));
    EXPECT_FALSE(must(CopyStore(m_catalogue).searchInfo()));
}

TEST_F(SplitDryRunTest, PartsByHandAreCountedAndComeBack)
{
    SplitJobParams params;
    params.copies = CopiesInSplit::Ignored;
    run(params);
    EditJournal journal(m_catalogue);
    const auto id = must(m_catalogue.images()).front().id;
    const auto there = must(m_catalogue.image(id)).split;
    const auto elsewhere = there == SplitPart::Test ? SplitPart::Train : SplitPart::Test;
    must(journal.edit(assignPictures({id}, elsewhere)));
    params.split.seed = 5;
    EXPECT_EQ(run(params).byHand, 1);
    EXPECT_EQ(must(m_catalogue.splitInfo())->seed, 5u);
    must(journal.undo());
    EXPECT_EQ(must(m_catalogue.splitInfo())->seed, 1u);
    EXPECT_EQ(must(m_catalogue.image(id)).split, elsewhere);
}

} // namespace nakama
