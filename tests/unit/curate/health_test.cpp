#include "core/base/hash.h"
#include "core/curate/health_job.h"
#include "core/workspace/answer_store.h"
#include "core/workspace/copy_store.h"
#include "core/workspace/edit_journal.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>

#include <fstream>

namespace nakama
{

namespace
{

using test::must;
using Ids = std::vector<std::int64_t>;

class HealthTest : public test::WorkspaceTest
{
protected:
    /** A picture whose file is there; its bytes are its name. */
    std::int64_t add(const std::string& name, int classIndex = 0, int width = 200, int height = 200,
                     Pool pool = Pool::Pool)
    {
        auto image = test::picture(name, classIndex);
        image.width = width;
        image.height = height;
        image.pool = pool;
        write(image.sha256, name);
        return must(m_catalogue.addImage(image));
    }
    void write(const std::string& hash, const std::string& content)
    {
        const auto path = m_workspace.imagePath(hash, "png");
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << content;
    }
    HealthReport run(FileCheck check = FileCheck::Contents)
    {
        HealthJob job(m_workspace, check);
        JobContext context;
        const auto outcome = runJob(job, context);
        EXPECT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
        return job.report();
    }
    Ids found(HealthFinding finding) { return run().findings[finding]; }
};

} // namespace

TEST_F(HealthTest, NothingIsWrongWithGoodPictures)
{
    add("a");
    add("wide", 1, 400, 100);
    add("small", 1, 64, 64);
    const auto report = run();
    EXPECT_TRUE(report.findings.empty());
    EXPECT_EQ(report.pictures, 3);
    EXPECT_EQ(report.unsearched, 3);
}

TEST_F(HealthTest, FilesThatAreMissingOrDamaged)
{
    const auto a = add("aaa"), b = add("bbb"), c = add("ccc");
    std::filesystem::remove(m_workspace.imagePath(sha256(std::string("aaa")), "png"));
    write(sha256(std::string("bbb")), "bb");
    write(sha256(std::string("ccc")), "cxc");
    EXPECT_EQ(found(HealthFinding::Missing), Ids{a});
    EXPECT_EQ(found(HealthFinding::Damaged), (Ids{b, c}));
    EXPECT_EQ(run(FileCheck::Sizes).findings[HealthFinding::Damaged], Ids{b}) << "of the same length";
    must(EditJournal(m_catalogue).edit(deletePictures({a, b, c})));
    EXPECT_TRUE(run().findings.empty()) << "the bin is on its way out";
}

TEST_F(HealthTest, SizesAndShapes)
{
    const auto tiny = add("tiny", 0, 63, 200);
    const auto wide = add("wide", 0, 401, 100);
    const auto high = add("high", 0, 20, 90);
    EXPECT_EQ(found(HealthFinding::Tiny), (Ids{tiny, high}));
    EXPECT_EQ(found(HealthFinding::Extreme), (Ids{wide, high}));
    must(EditJournal(m_catalogue).edit(excludePictures({tiny, wide, high})));
    EXPECT_TRUE(run().findings.empty());
}

TEST_F(HealthTest, CopiesAndLeaks)
{
    const auto keeper = add("keeper"), copy = add("copy"), other = add("other");
    const auto judged = add("judged", 0, 200, 200, Pool::TrueTest), leaked = add("leaked");
    must(CopyStore(m_catalogue)
             .setCopies({{copy, keeper, true, "resized"}, {leaked, judged, true, "resized"}}, {}));
    must(m_catalogue.setSplit({{keeper, SplitPart::Train},
                               {copy, SplitPart::Test},
                               {other, SplitPart::Train},
                               {leaked, SplitPart::Val}},
                              {}));
    EXPECT_EQ(found(HealthFinding::Copies), (Ids{copy, leaked}));
    EXPECT_EQ(found(HealthFinding::SplitLeaks), (Ids{keeper, copy}));
    EXPECT_EQ(found(HealthFinding::TrueTestLeaks), Ids{leaked});
    must(EditJournal(m_catalogue).edit(excludePictures({copy, leaked})));
    EXPECT_TRUE(run().findings.empty()) << "set aside, they leave the split";
}

TEST_F(HealthTest, TagsThatNameAnotherClass)
{
    must(m_catalogue.setDanbooruTag(0, "monkey_d._luffy"));
    must(m_catalogue.setDanbooruTag(1, "roronoa_zoro solo"));
    const auto right = add("right", 0), wrong = add("wrong", 0), both = add("both", 0), none = add("none", 0);
    const auto part = add("part", 0), unlabelled = add("unlabelled", -1);
    test::addPost(m_catalogue, 1, "g", "monkey_d._luffy hat", right, 0);
    test::addPost(m_catalogue, 2, "g", "hat roronoa_zoro solo", wrong, 0);
    test::addPost(m_catalogue, 3, "g", "monkey_d._luffy roronoa_zoro solo", both, 0);
    test::addPost(m_catalogue, 4, "g", "hat", none, 0);
    test::addPost(m_catalogue, 5, "g", "roronoa_zoro", part, 0);
    test::addPost(m_catalogue, 6, "g", "roronoa_zoro solo", unlabelled, -1);
    EXPECT_EQ(found(HealthFinding::TagConflicts), Ids{wrong});
}

TEST_F(HealthTest, AnnotatorsWhoDisagree)
{
    const auto a = add("a", -1), b = add("b", -1), c = add("c", -1);
    AnswerStore answers(m_catalogue);
    const auto one = must(answers.annotator("one")).id, two = must(answers.annotator("two")).id;
    const auto say = [&](std::int64_t who, std::int64_t picture, int classIndex) {
        must(answers.add(who, picture, AnswerPass::First, {AnswerKind::Class, classIndex}));
    };
    say(one, a, 0);
    say(two, a, 1);
    say(one, b, 0);
    say(two, b, 0);
    say(one, c, 0);
    say(two, c, 1);
    say(settlingAnnotator, c, 1);
    EXPECT_EQ(found(HealthFinding::AnnotatorConflict), Ids{a});
}

TEST_F(HealthTest, AMarkOnALabelledPicture)
{
    const auto a = add("a"), b = add("b", -1);
    must(EditJournal(m_catalogue).edit(markPictures({a, b}, PictureMark::SeveralCharacters)));
    EXPECT_EQ(found(HealthFinding::MarkedAndLabelled), Ids{a});
}

TEST_F(HealthTest, IsCancelledAndFails)
{
    add("a");
    CancelToken token;
    token.request();
    JobContext context(token);
    HealthJob job(m_workspace, FileCheck::Contents);
    EXPECT_EQ(runJob(job, context).state, JobState::Cancelled);
    std::filesystem::remove_all(m_workspace.folder());
    JobContext fresh;
    EXPECT_EQ(runJob(job, fresh).state, JobState::Failed);
}

} // namespace nakama
