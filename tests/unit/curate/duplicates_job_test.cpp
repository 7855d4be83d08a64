#include "core/curate/copy_families.h"
#include "core/curate/duplicates_job.h"
#include "core/curate/set_copies_aside.h"
#include "core/curate/split_job.h"
#include "core/imaging/fingerprint.h"
#include "core/workspace/edit_journal.h"
#include "tests/unit/curate/copy_pictures.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace nakama
{

namespace
{

using test::drawing;
using test::must;

class DuplicatesJobTest : public test::CopiesTest
{
protected:
    DuplicatesResult search(const CancelToken& token = {})
    {
        DuplicatesJob job(m_workspace, 2);
        JobContext context(token);
        m_state = runJob(job, context).state;
        return job.result();
    }

    JobState m_state = JobState::Queued;
    CopyStore m_store{m_catalogue};
};

} // namespace

TEST_F(DuplicatesJobTest, ReadsNewPicturesOnlyAndStoresWhatItFinds)
{
    const auto a = add(drawing(1));
    const auto b = add(test::halfSize(drawing(1)));
    add(drawing(2));
    EXPECT_EQ(must(m_store.unsearched(Fingerprint::version)), 3);
    const auto first = search();
    ASSERT_EQ(m_state, JobState::Succeeded);
    EXPECT_EQ(first.fingerprinted, 3);
    ASSERT_EQ(first.copies.size(), 1u);
    EXPECT_EQ(first.copies[0].imageId, b);
    EXPECT_EQ(first.copies[0].copyOf, a);
    EXPECT_EQ(must(m_store.copies()), first.copies);
    EXPECT_EQ(must(m_store.unsearched(Fingerprint::version)), 0);

    add(test::mirroredCopy(drawing(2)));
    EXPECT_EQ(must(m_store.unsearched(Fingerprint::version)), 1);
    const auto second = search();
    EXPECT_EQ(second.fingerprinted, 1);
    EXPECT_EQ(second.reused, 3);
    EXPECT_EQ(second.copies.size(), 2u);
    EXPECT_EQ(must(m_store.unsearched(Fingerprint::version + 1)), 4) << "another method has seen nothing";
}

TEST_F(DuplicatesJobTest, NotesWhatItCannotRead)
{
    add(drawing(1));
    const auto broken = add(drawing(2));
    const auto record = must(m_catalogue.image(broken));
    const auto path = m_workspace.imagePath(record.sha256, record.extension);
    std::filesystem::resize_file(path, 100);
    const auto result = search();
    EXPECT_EQ(m_state, JobState::Succeeded);
    ASSERT_EQ(result.unreadable.size(), 1u);
    EXPECT_EQ(result.unreadable[0].path, path);
    EXPECT_FALSE(result.unreadable[0].reason.empty());
    EXPECT_EQ(must(m_store.searchInfo())->unreadable, 1);
}

TEST_F(DuplicatesJobTest, CancelledChangesNothing)
{
    add(drawing(1));
    CancelToken token;
    token.request();
    search(token);
    EXPECT_EQ(m_state, JobState::Cancelled);
    EXPECT_FALSE(must(m_store.searchInfo()));
}

TEST_F(DuplicatesJobTest, FailsWhereTheWorkspaceIsForReadingOnly)
{
    add(drawing(1));
    DuplicatesJob job(must(Workspace::open(m_workspace.folder(), Access::ReadOnly)), 1);
    JobContext context;
    EXPECT_EQ(runJob(job, context).state, JobState::Failed);
}

TEST_F(DuplicatesJobTest, CopiesAreSetAsideAndTakenBack)
{
    EXPECT_EQ(setCopiesAside(m_catalogue).error().code, ErrorCode::NotReady);
    const auto keeper = add(drawing(1), 1);
    const auto copy = add(test::halfSize(drawing(1)), 1);
    const auto judged = add(test::mirroredCopy(drawing(1)), 1, Pool::TrueTest);
    const auto other = add(drawing(2), 1);
    must(m_catalogue.setSplit({{keeper, SplitPart::Train}, {copy, SplitPart::Test}}, {}));
    search();
    EXPECT_EQ(must(setCopiesAside(m_catalogue)), 1) << "the true test's picture stays";
    EXPECT_TRUE(must(m_catalogue.image(copy)).setAside);
    EXPECT_FALSE(must(m_catalogue.image(copy)).split);
    for (const auto id : {keeper, judged, other})
        EXPECT_FALSE(must(m_catalogue.image(id)).setAside) << id;
    const auto counts = must(m_catalogue.counts());
    EXPECT_EQ(counts.perSplit.at("set-aside"), 1);
    EXPECT_EQ(counts.perClass.at("Zoro"), 2);
    EXPECT_EQ(counts.images, 4);
    EXPECT_EQ(must(m_catalogue.image(copy)).setAside, AsideReason::Copy);
    EXPECT_FALSE(m_catalogue.setSplit({{copy, SplitPart::Val}}, {}));

    search();
    EXPECT_EQ(must(setCopiesAside(m_catalogue)), 0) << "a second time does nothing";
    EXPECT_EQ(must(takeCopiesBack(m_catalogue)), 1);
    EXPECT_FALSE(must(m_catalogue.image(copy)).setAside);
    EXPECT_EQ(must(m_catalogue.image(copy)).split, SplitPart::Test) << "the split is the same";
    EXPECT_EQ(must(takeCopiesBack(m_catalogue)), 0);

    must(setCopiesAside(m_catalogue));
    must(EditJournal(m_catalogue).edit(relabelPictures({other}, 2)));
    EXPECT_EQ(takeCopiesBack(m_catalogue).error().code, ErrorCode::NotReady)
        << "something else is the latest";
}

TEST_F(DuplicatesJobTest, DecisionsSurviveTheNextSearch)
{
    const auto a = add(drawing(1));
    const auto b = add(test::halfSize(drawing(1)));
    EXPECT_EQ(search().copies.size(), 1u);
    EXPECT_EQ(m_store.declareNotCopies(a, a).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(m_store.declareNotCopies(a, 999).error().code, ErrorCode::NotFound);
    must(m_store.declareNotCopies(b, a));
    EXPECT_TRUE(search().copies.empty());
    EXPECT_TRUE(search().copies.empty());
}

TEST_F(DuplicatesJobTest, SplitKeepsCopiesTogetherAndLooksForThemItself)
{
    for (int number = 1; number <= 12; ++number) {
        add(drawing(number), number % 2);
        add(test::mirroredCopy(drawing(number)), number % 2);
    }
    SplitJob job(m_workspace, SplitParams{});
    JobContext context;
    ASSERT_EQ(runJob(job, context).state, JobState::Succeeded);
    EXPECT_EQ(job.outcome().groupsKeptTogether, 12);
    EXPECT_EQ(must(splitLeaks(m_catalogue)).familiesAcross, 0);
    EXPECT_TRUE(must(m_catalogue.splitInfo())->groupsKeptTogether);

    SplitJobParams naive;
    naive.copies = CopiesInSplit::Ignored;
    SplitJob careless(m_workspace, naive);
    ASSERT_EQ(runJob(careless, context).state, JobState::Succeeded);
    EXPECT_EQ(careless.outcome().groupsKeptTogether, 0);
    EXPECT_GT(must(splitLeaks(m_catalogue)).familiesAcross, 0);
    EXPECT_FALSE(must(m_catalogue.splitInfo())->groupsKeptTogether);
}

TEST_F(DuplicatesJobTest, SplitLeavesOutWhatTheTrueTestHas)
{
    for (int number = 1; number <= 8; ++number)
        add(drawing(number));
    const auto leaked = add(test::halfSize(drawing(20)));
    add(drawing(20), 0, Pool::TrueTest);
    JobContext context;
    SplitJob job(m_workspace, SplitParams{});
    ASSERT_EQ(runJob(job, context).state, JobState::Succeeded);
    EXPECT_EQ(job.report().inTrueTest, std::vector<std::int64_t>{leaked});
    EXPECT_FALSE(must(m_catalogue.image(leaked)).split);
    EXPECT_EQ(must(m_catalogue.splitInfo())->inTrueTest, 1);
    EXPECT_EQ(must(splitLeaks(m_catalogue)).inTrueTest, 0);

    SplitJobParams params;
    params.split = {1, 0, 0, 1};
    params.trueTestCopies = TrueTestCopies::Used;
    SplitJob all(m_workspace, params);
    ASSERT_EQ(runJob(all, context).state, JobState::Succeeded);
    EXPECT_TRUE(must(m_catalogue.image(leaked)).split);
    EXPECT_EQ(must(splitLeaks(m_catalogue)).inTrueTest, 1);
}

TEST_F(DuplicatesJobTest, CapsAreKeptAndTheImbalanceIsTold)
{
    for (int number = 1; number <= 12; ++number)
        add(drawing(number), 0, Pool::Pool, number <= 6 ? "kaggle" : "danbooru");
    for (int number = 21; number <= 23; ++number)
        add(drawing(number), 1, Pool::Pool, "kaggle");
    SplitJobParams params;
    params.caps.perClass = 6;
    params.caps.perSource["danbooru"] = 2;
    SplitJob job(m_workspace, params);
    JobContext context;
    ASSERT_EQ(runJob(job, context).state, JobState::Succeeded);
    EXPECT_EQ(job.report().beyondCaps, 6);
    EXPECT_DOUBLE_EQ(job.report().before.ratio(), 4);
    EXPECT_DOUBLE_EQ(job.report().after.ratio(), 2);
    int danbooru = 0;
    for (const auto& image : must(m_catalogue.images()))
        danbooru += image.split && image.source == "danbooru" ? 1 : 0;
    EXPECT_LE(danbooru, 2);
    EXPECT_EQ(must(m_catalogue.splitInfo())->beyondCaps, 6);
}

} // namespace nakama
