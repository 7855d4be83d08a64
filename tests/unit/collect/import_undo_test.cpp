#include "core/base/hash.h"
#include "core/workspace/bin.h"
#include "core/workspace/edit_journal.h"
#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

using test::must;
using test::png;
using test::reasonFor;
using test::writeFile;

namespace
{

class ImportUndoTest : public test::CollectTest
{
protected:
    /** What another process does that opens the workspace later. */
    EditOutcome undoAnew()
    {
        auto catalogue = must(m_workspace->catalogue());
        return must(EditJournal(catalogue).undo());
    }
    EditOutcome redoAnew()
    {
        auto catalogue = must(m_workspace->catalogue());
        return must(EditJournal(catalogue).redo());
    }

    ImageRecord picture(int number) { return must(m_catalogue->findImage(sha256(png(number)))).value(); }
    bool inBin(int number) { return picture(number).setAside == AsideReason::Bin; }

    void writePictures(const std::string& folder, int first, int count)
    {
        for (int i = first; i < first + count; ++i)
            writeFile(m_input / folder / (std::to_string(i) + ".png"), png(i));
    }

    ImportParams unlabelled() const
    {
        auto params = paramsFor({m_input});
        params.labels = LabelSource::None;
        return params;
    }
};

} // namespace

TEST_F(ImportUndoTest, AnImportOfSeveralBatchesIsUndoneAndRedoneAsOne)
{
    writePictures("Luffy", 0, 150);
    import({m_input});
    EditJournal journal(*m_catalogue);
    const auto edit = must(journal.nextUndo());
    ASSERT_TRUE(edit);
    EXPECT_EQ(edit->kind, EditKind::Import);
    EXPECT_EQ(edit->subject, "test") << "the source";
    EXPECT_EQ(edit->pictures, 150);
    EXPECT_EQ(must(journal.latest(10)).size(), 1u);

    const auto undone = undoAnew();
    EXPECT_EQ(undone.changed.size(), 150u);
    EXPECT_EQ(undone.skipped, 0);
    EXPECT_EQ(must(binContents(*m_workspace)).pictures, 150);

    EXPECT_EQ(redoAnew().changed.size(), 150u);
    EXPECT_EQ(must(binContents(*m_workspace)).pictures, 0);
    EXPECT_EQ(perClass().at("Luffy"), 150);
    test::expectConsistent(*m_workspace);
}

TEST_F(ImportUndoTest, OnlyWhatIsNewIsPutIntoTheBin)
{
    writePictures("Luffy", 0, 2);
    import({m_input});
    writePictures("Luffy", 2, 3);
    EXPECT_EQ(import({m_input}).imported, 3);
    EXPECT_EQ(undoAnew().changed.size(), 3u);
    EXPECT_FALSE(inBin(0));
    EXPECT_TRUE(inBin(4));
    EXPECT_EQ(undoAnew().changed.size(), 2u);
    EXPECT_TRUE(inBin(0));
}

TEST_F(ImportUndoTest, AnImportThatBringsNothingIsNoEdit)
{
    writePictures("Luffy", 0, 1);
    import({m_input});
    EXPECT_EQ(import({m_input}).alreadyThere, 1);
    EXPECT_EQ(must(EditJournal(*m_catalogue).latest(10)).size(), 1u);
}

TEST_F(ImportUndoTest, LabelsThatItGaveAreTakenBack)
{
    writePictures("Zoro", 0, 2);
    import(unlabelled());
    EXPECT_EQ(import({m_input}).labelled, 2);
    EXPECT_EQ(perClass().at("Zoro"), 2);
    EXPECT_EQ(must(m_catalogue->labelHistory(picture(0).id)).back().origin, "import");

    EXPECT_EQ(undoAnew().changed.size(), 2u);
    EXPECT_EQ(perClass().at("Zoro"), 0);
    EXPECT_FALSE(inBin(0)) << "they were there before";

    EXPECT_EQ(import({m_input}).labelled, 2) << "nobody but the undoing took those labels away";
    EXPECT_EQ(perClass().at("Zoro"), 2);
}

TEST_F(ImportUndoTest, TheFirstOfTwoLabelsInOneImportStays)
{
    writePictures("Zoro", 0, 1);
    import(unlabelled());
    writePictures("Nami", 0, 1); // sorted before Zoro
    const auto report = import({m_input});
    EXPECT_EQ(report.labelled, 1);
    EXPECT_EQ(reasonFor(report, "Zoro/0.png"), "already there as Nami");
}

TEST_F(ImportUndoTest, APictureThatComesWithoutALabelAndThenWithOneIsOnePicture)
{
    writePictures("Anybody", 0, 1);
    writePictures("Zoro", 0, 2);
    auto params = paramsFor({m_input});
    params.unknownFolders["Anybody"].kind = FolderDecision::Kind::Unlabelled;
    const auto report = import(params);
    EXPECT_EQ(report.imported, 2);
    EXPECT_EQ(report.labelled, 1);
    EXPECT_EQ(perClass().at("Zoro"), 2);
    EXPECT_EQ(must(EditJournal(*m_catalogue).nextUndo())->pictures, 2);
    EXPECT_EQ(undoAnew().changed.size(), 2u);
    EXPECT_TRUE(inBin(0));
    EXPECT_EQ(redoAnew().changed.size(), 2u);
    EXPECT_EQ(perClass().at("Zoro"), 2);
}

TEST_F(ImportUndoTest, WhatWasUndoneIsImportedAgainWithTheLabelOfNow)
{
    writePictures("Zoro", 0, 3);
    import({m_input});
    undoAnew();
    std::filesystem::rename(m_input / "Zoro", m_input / "Nami");
    const auto report = import({m_input});
    EXPECT_EQ(report.imported, 3);
    EXPECT_TRUE(report.skipped.empty());
    EXPECT_EQ(perClass().at("Nami"), 3);
    EXPECT_FALSE(inBin(0));
    EXPECT_EQ(undoAnew().changed.size(), 3u);
    EXPECT_TRUE(inBin(0));
}

TEST_F(ImportUndoTest, WhatAPersonThrewAwayStaysInTheBinAndIsReported)
{
    writePictures("Zoro", 0, 2);
    import({m_input});
    must(EditJournal(*m_catalogue).edit(deletePictures({picture(1).id})));
    const auto report = import({m_input});
    EXPECT_EQ(report.alreadyThere, 1);
    EXPECT_EQ(reasonFor(report, "1.png"), "it is in the bin; restore it there, or empty the bin first");
    EXPECT_TRUE(inBin(1));
    EXPECT_TRUE(must(emptyBin(*m_workspace)).pictures == 1);
    EXPECT_EQ(import({m_input}).imported, 1) << "once the bin is empty it is as good as new";
}

TEST_F(ImportUndoTest, ACancelledImportIsUndoneToo)
{
    writePictures("Luffy", 0, 200);
    ImportJob job(*m_workspace, paramsFor({m_input}));
    CancelToken token;
    outcomeOf(job, token, [&](const Progress& progress) {
        if (progress.done == 100)
            token.request();
    });
    ASSERT_GT(job.report().imported, 64);
    ASSERT_LT(job.report().imported, 200);
    EXPECT_EQ(static_cast<int>(undoAnew().changed.size()), job.report().imported);
    EXPECT_EQ(must(binContents(*m_workspace)).pictures, job.report().imported);
}

TEST_F(ImportUndoTest, AnImportThatIsUndoneWhileItRunsGoesOnAsAnotherEdit)
{
    writePictures("Luffy", 0, 200);
    ImportJob job(*m_workspace, paramsFor({m_input}));
    std::size_t undone = 0;
    outcomeOf(job, {}, [&](const Progress& progress) {
        if (progress.done == 120)
            undone = undoAnew().changed.size();
    });
    EXPECT_EQ(job.report().imported, 200);
    ASSERT_GT(undone, 0u);
    const auto later = must(EditJournal(*m_catalogue).nextUndo());
    ASSERT_TRUE(later);
    EXPECT_EQ(later->kind, EditKind::Import);
    EXPECT_EQ(later->pictures, 200 - static_cast<int>(undone));
}

} // namespace nakama
