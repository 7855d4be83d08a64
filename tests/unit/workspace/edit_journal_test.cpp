#include "core/workspace/bin.h"
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
using test::picture;

class EditJournalTest : public test::WorkspaceTest
{
protected:
    std::int64_t add(const std::string& name, int classIndex = -1, Pool pool = Pool::Pool)
    {
        auto image = picture(name, classIndex);
        image.pool = pool;
        return must(m_catalogue.addImage(image));
    }
    ImageRecord read(std::int64_t id) { return must(m_catalogue.image(id)); }
    /** Everything of the pictures that an edit may change. */
    std::string all()
    {
        std::string text;
        for (const auto& image : must(m_catalogue.images()))
            text += std::to_string(image.id) + "," + std::to_string(image.classIndex) + "," +
                    std::string(poolName(image.pool)) + "," +
                    std::string(image.split ? splitPartName(*image.split) : "") + "," +
                    std::string(image.setAside ? asideReasonName(*image.setAside) : "") + "," +
                    std::string(image.mark ? pictureMarkName(*image.mark) : "") + "\n";
        return text;
    }

    std::int64_t m_a = add("a", 0);
    std::int64_t m_b = add("b", 1);
    std::int64_t m_c = add("c");
    std::int64_t m_t = add("t", 2, Pool::TrueTest);
    EditJournal m_journal{m_catalogue};
};

} // namespace

TEST_F(EditJournalTest, EveryKindIsUndoneAndRedone)
{
    must(m_catalogue.setSplit({{m_a, SplitPart::Train}, {m_b, SplitPart::Test}}, {}));
    const std::vector<PictureEdit> edits{relabelPictures({m_a, m_b, m_c}, 2),
                                         markPictures({m_a, m_c}, PictureMark::NoneOfThese),
                                         unlabelPictures({m_a, m_b}),
                                         excludePictures({m_b, m_t}),
                                         takeBackPictures({m_b}),
                                         deletePictures({m_a, m_t}),
                                         restorePictures({m_t}),
                                         movePictures({m_b, m_t}, Pool::TrueTest),
                                         movePictures({m_t}, Pool::Pool),
                                         relabelPictures({m_c}, 1),
                                         assignPictures({m_c}, SplitPart::Val)};
    std::vector<std::string> states{all()};
    for (const auto& edit : edits) {
        const auto outcome = must(m_journal.edit(edit));
        EXPECT_FALSE(outcome.changed.empty()) << editKindName(edit.kind);
        states.push_back(all());
        EXPECT_NE(states.back(), states[states.size() - 2]) << editKindName(edit.kind);
    }
    for (auto state = states.rbegin() + 1; state != states.rend(); ++state) {
        EXPECT_EQ(must(m_journal.undo()).skipped, 0);
        EXPECT_EQ(all(), *state);
    }
    EXPECT_EQ(m_journal.undo().error().code, ErrorCode::NotReady);
    for (auto state = states.begin() + 1; state != states.end(); ++state) {
        EXPECT_EQ(must(m_journal.redo()).skipped, 0);
        EXPECT_EQ(all(), *state);
    }
    EXPECT_EQ(m_journal.redo().error().code, ErrorCode::NotReady);
}

TEST_F(EditJournalTest, WhatFollowsFromAnEdit)
{
    must(m_catalogue.setSplit({{m_a, SplitPart::Train}, {m_b, SplitPart::Test}}, {}));
    must(m_journal.edit(relabelPictures({m_a}, 2)));
    EXPECT_EQ(read(m_a).split, SplitPart::Train) << "another class, the same part";
    must(m_journal.edit(markPictures({m_a}, PictureMark::SeveralCharacters)));
    EXPECT_EQ(read(m_a).split, std::nullopt);
    EXPECT_EQ(read(m_a).classIndex, 2) << "a mark leaves the label";
    EXPECT_FALSE(read(m_a).inUse());
    must(m_journal.edit(relabelPictures({m_a}, 1)));
    EXPECT_TRUE(read(m_a).inUse()) << "a label takes the mark off";
    must(m_journal.edit(movePictures({m_t}, Pool::Pool)));
    EXPECT_EQ(read(m_t).classIndex, -1) << "labels of the true test never train";
    must(m_journal.edit(movePictures({m_b}, Pool::TrueTest)));
    EXPECT_EQ(read(m_b).split, std::nullopt);
    EXPECT_EQ(read(m_b).classIndex, 1);
}

TEST_F(EditJournalTest, OnlyWhatIsLabelledAndInUseGetsAPart)
{
    EXPECT_EQ(m_journal.edit(assignPictures({m_a}, SplitPart::Val)).error().code, ErrorCode::NotReady)
        << "never split";
    must(m_catalogue.setSplit({{m_a, SplitPart::Train}}, {}));
    must(m_journal.edit(excludePictures({m_b})));
    const auto outcome = must(m_journal.edit(assignPictures({m_a, m_b, m_c, m_t}, SplitPart::Val)));
    EXPECT_EQ(outcome.changed, std::vector{m_a});
    EXPECT_EQ(outcome.skipped, 3);
    EXPECT_EQ(outcome.reasons,
              (std::map<SkipReason, int>{
                  {SkipReason::OutOfUse, 1}, {SkipReason::NoLabel, 1}, {SkipReason::InTrueTest, 1}}));
    EXPECT_EQ(outcome.edit.subject, "val");
}

TEST_F(EditJournalTest, CopiesOfTheTrueTestArePutIntoNeitherTrainNorVal)
{
    const auto d = add("d", 0);
    must(m_catalogue.setSplit({{m_a, SplitPart::Test}, {m_b, SplitPart::Test}}, {}));
    // b is a copy of the true test's t, and a one of b only: all three hang together.
    must(CopyStore(m_catalogue).setCopies({{m_b, m_t, true, "resized"}, {m_a, m_b, false, "cropped"}}, {}));
    for (const auto part : {SplitPart::Train, SplitPart::Val}) {
        const auto outcome = must(m_journal.edit(assignPictures({m_a, m_b, d}, part)));
        EXPECT_EQ(outcome.changed, std::vector{d});
        EXPECT_EQ(outcome.reasons, (std::map<SkipReason, int>{{SkipReason::CopyOfTrueTest, 2}}));
    }
    must(m_journal.edit(assignPictures({m_b}, std::nullopt)));
    EXPECT_EQ(must(m_journal.edit(assignPictures({m_b}, SplitPart::Test))).changed, std::vector{m_b})
        << "to be judged by it is no leak into training";
    EXPECT_EQ(must(m_journal.edit(assignPictures({m_t}, SplitPart::Train))).reasons.begin()->first,
              SkipReason::InTrueTest);
}

TEST_F(EditJournalTest, ASplitIsUndoneWithItsPartsByHand)
{
    EXPECT_FALSE(must(m_catalogue.splitInfo()));
    SplitInfo info;
    info.seed = 7;
    must(m_journal.split({{m_a, SplitPart::Train}, {m_b, SplitPart::Test}}, info));
    must(m_journal.edit(assignPictures({m_a}, SplitPart::Val)));
    EXPECT_EQ(must(m_catalogue.splitInfo())->byHand, 1);
    const auto before = all();
    info.seed = 8;
    const auto outcome = must(m_journal.split({{m_a, SplitPart::Test}, {m_b, SplitPart::Test}}, info));
    EXPECT_EQ(outcome.edit.pictures, 1) << "b stays in test";
    EXPECT_EQ(must(m_catalogue.splitInfo())->byHand, 0);

    EXPECT_EQ(must(m_journal.undo()).changed, std::vector{m_a});
    EXPECT_EQ(all(), before);
    EXPECT_EQ(must(m_catalogue.splitInfo())->seed, 7u);
    EXPECT_EQ(must(m_catalogue.splitInfo())->byHand, 1);
    must(m_journal.redo());
    EXPECT_EQ(must(m_catalogue.splitInfo())->seed, 8u);
    EXPECT_EQ(read(m_a).split, SplitPart::Test);
    must(m_journal.undo());
    must(m_journal.undo()); // the part by hand, of the split that is there again
    EXPECT_EQ(read(m_a).split, SplitPart::Train);
    must(m_journal.undo());
    EXPECT_FALSE(must(m_catalogue.splitInfo())) << "never split, as at first";
    EXPECT_EQ(read(m_a).split, std::nullopt);
}

TEST_F(EditJournalTest, ASplitThatWasReplacedSinceIsNotBroughtBack)
{
    must(m_journal.split({{m_a, SplitPart::Train}}, {}));
    must(m_journal.split({{m_a, SplitPart::Test}}, {}));
    SplitInfo other;
    other.at = "2026-01-02T00:00:00Z";
    must(m_catalogue.setSplit({{m_a, SplitPart::Val}}, other));
    const auto outcome = must(m_journal.undo());
    EXPECT_TRUE(outcome.changed.empty());
    EXPECT_EQ(outcome.reasons.at(SkipReason::ChangedSince), 1);
    EXPECT_EQ(read(m_a).split, SplitPart::Val);
}

TEST_F(EditJournalTest, IsThereAfterARestart)
{
    auto edit = relabelPictures({m_a, m_c}, 2);
    edit.author = "Robin";
    must(m_journal.edit(edit));
    must(m_journal.edit(deletePictures({m_b})));
    must(m_journal.undo());

    auto catalogue = must(m_workspace.catalogue());
    EditJournal journal(catalogue);
    const auto latest = must(journal.latest(10));
    ASSERT_EQ(latest.size(), 2u);
    EXPECT_EQ(latest[0].kind, EditKind::Delete);
    EXPECT_TRUE(latest[0].undone);
    EXPECT_EQ(latest[1].subject, "Nami");
    EXPECT_EQ(latest[1].author, "Robin");
    EXPECT_EQ(latest[1].pictures, 2);
    EXPECT_EQ(must(journal.nextRedo())->number, latest[0].number);
    EXPECT_EQ(must(journal.nextUndo())->number, latest[1].number);
    EXPECT_EQ(must(catalogue.labelHistory(m_c)).back().origin, "Robin");
    must(journal.undo());
    EXPECT_EQ(read(m_a).classIndex, 0);
    EXPECT_EQ(read(m_c).classIndex, -1);
}

TEST_F(EditJournalTest, ANewEditForgetsWhatWasUndone)
{
    must(m_journal.edit(relabelPictures({m_a}, 2)));
    must(m_journal.undo());
    must(m_journal.edit(relabelPictures({m_a}, 0))); // it is so already: no edit
    EXPECT_TRUE(must(m_journal.nextRedo()));
    must(m_journal.edit(relabelPictures({m_a}, 1)));
    EXPECT_FALSE(must(m_journal.nextRedo()));
    EXPECT_EQ(must(m_journal.latest(10)).size(), 1u);
}

TEST_F(EditJournalTest, WhatSomethingElseChangedSinceIsNotUndone)
{
    must(m_journal.edit(relabelPictures({m_a, m_b}, 2)));
    must(m_catalogue.setLabel(m_a, 1, "csv"));
    const auto outcome = must(m_journal.undo());
    EXPECT_EQ(outcome.changed, std::vector{m_b});
    EXPECT_EQ(outcome.skipped, 1);
    EXPECT_EQ(outcome.reasons.at(SkipReason::ChangedSince), 1);
    EXPECT_EQ(read(m_a).classIndex, 1) << "the later label stays";
    EXPECT_EQ(read(m_b).classIndex, 1);
}

TEST_F(EditJournalTest, APictureComesBackIntoTheSameSplitOnly)
{
    SplitInfo info;
    info.at = "2026-01-01T00:00:00Z";
    must(m_catalogue.setSplit({{m_a, SplitPart::Train}, {m_b, SplitPart::Train}}, info));
    must(m_journal.edit(deletePictures({m_a})));
    info.at = "2026-01-02T00:00:00Z";
    must(m_catalogue.setSplit({{m_b, SplitPart::Test}}, info));
    EXPECT_EQ(must(m_journal.undo()).changed, std::vector{m_a});
    EXPECT_FALSE(read(m_a).setAside);
    EXPECT_EQ(read(m_a).split, std::nullopt) << "its copies may be in another part now";
}

TEST_F(EditJournalTest, AnEditThatFailsChangesNothing)
{
    const auto before = all();
    EXPECT_EQ(m_journal.edit(relabelPictures({m_a, 4711}, 2)).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_journal.edit(relabelPictures({m_a}, 7)).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(all(), before);
    EXPECT_TRUE(must(m_journal.latest(10)).empty());
}

TEST_F(EditJournalTest, EmptyingTheBinIsForGood)
{
    const auto file = [&](const std::string& name) {
        return m_workspace.imagePath(picture(name).sha256, "png");
    };
    for (const auto* name : {"a", "b"}) {
        std::filesystem::create_directories(file(name).parent_path());
        std::ofstream(file(name)) << name;
    }
    must(m_journal.edit(relabelPictures({m_a, m_b}, 2)));
    must(m_journal.edit(deletePictures({m_a, m_c})));
    EXPECT_TRUE(std::filesystem::exists(file("a"))) << "kept until the bin is emptied";
    EXPECT_EQ(must(binContents(m_workspace)).pictures, 2);

    EXPECT_EQ(must(emptyBin(m_workspace)).pictures, 2);
    EXPECT_FALSE(std::filesystem::exists(file("a")));
    EXPECT_TRUE(std::filesystem::exists(file("b")));
    EXPECT_FALSE(must(m_catalogue.hasImage(picture("a").sha256)));
    EXPECT_EQ(must(binContents(m_workspace)).pictures, 0);
    EXPECT_EQ(must(m_journal.latest(10)).size(), 1u) << "nothing is left of the edit that deleted them";
    const auto outcome = must(m_journal.undo());
    EXPECT_EQ(outcome.changed, std::vector{m_b});
    EXPECT_EQ(outcome.skipped, 1);
}

} // namespace nakama
