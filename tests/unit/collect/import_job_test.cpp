#include "core/base/hash.h"
#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace nakama
{

namespace fs = std::filesystem;
using test::jpeg;
using test::must;
using test::png;
using test::reasonFor;
using test::writeFile;
using test::writeZip;
using ImportJobTest = test::CollectTest;

TEST_F(ImportJobTest, ImportsAFolderOfClassFolders)
{
    writeFile(m_input / "train/Luffy/1.png", png(1));
    writeFile(m_input / "train/ruffy/写真 2.jpeg", jpeg(2, 40, 30));
    writeFile(m_input / "test/Zoro/1.png", png(3));
    const auto report = import({m_input});
    EXPECT_EQ(report.imported, 3);
    EXPECT_EQ(report.alreadyThere, 0);
    EXPECT_TRUE(report.skipped.empty());
    EXPECT_TRUE(report.unknownFolders.empty());
    EXPECT_EQ(perClass(), (std::map<std::string, std::int64_t>{{"Luffy", 2}, {"Zoro", 1}, {"Nami", 0}}));

    const auto record = must(m_catalogue->findImage(sha256(jpeg(2, 40, 30))));
    ASSERT_TRUE(record);
    EXPECT_EQ(record->extension, "jpg");
    EXPECT_EQ(record->width, 40);
    EXPECT_EQ(record->height, 30);
    EXPECT_EQ(record->originalName, "train/ruffy/写真 2.jpeg");
    EXPECT_EQ(record->source, "test");
    EXPECT_EQ(record->pool, Pool::Pool);
    EXPECT_EQ(must(m_catalogue->labelHistory(record->id)).front().origin, "import");
}

TEST_F(ImportJobTest, ImportsAZipAsTheFolder)
{
    writeZip(m_input / "a.zip",
             {{.name = "Data/Data/Luffy/1.png", .content = png(1), .method = test::ZipItem::Method::Deflated},
              {"Data/Data/Zoro/2.png", png(2)},
              {"__MACOSX/Data/Data/Luffy/._1.png", "x"}});
    const auto report = import({m_input / "a.zip"});
    EXPECT_EQ(report.imported, 2);
    EXPECT_EQ(report.skipped.size(), 1u);
    EXPECT_EQ(must(m_catalogue->images()).front().originalName, "Data/Data/Luffy/1.png");
}

TEST_F(ImportJobTest, ImportingTwiceAddsNothing)
{
    for (int i = 0; i < 150; ++i)
        writeFile(m_input / "Luffy" / (std::to_string(i) + ".png"), png(i));
    EXPECT_EQ(import({m_input}).imported, 150);
    const auto again = import({m_input});
    EXPECT_EQ(again.imported, 0);
    EXPECT_EQ(again.alreadyThere, 150);
    EXPECT_TRUE(again.skipped.empty());
    EXPECT_EQ(must(m_catalogue->counts()).images, 150);
}

TEST_F(ImportJobTest, TheFirstLabelOfAPictureWins)
{
    writeFile(m_input / "Luffy/a.png", png(1));
    writeFile(m_input / "Luffy/copy.png", png(1));
    writeFile(m_input / "Zoro/b.png", png(1));
    const auto report = import({m_input});
    EXPECT_EQ(report.imported, 1);
    EXPECT_EQ(report.alreadyThere, 1);
    EXPECT_EQ(reasonFor(report, "Zoro/b.png"), "already there as Luffy");
    EXPECT_EQ(perClass().at("Luffy"), 1);
    const auto again = import({m_input / "Zoro"});
    EXPECT_EQ(reasonFor(again, "Zoro/b.png"), "already there as Luffy");
}

TEST_F(ImportJobTest, FilesThatAreNoPicturesAreSkippedWithTheirReason)
{
    const auto whole = jpeg(1, 64, 64);
    writeFile(m_input / "Luffy/good.txt", png(1)); // content decides, not the name
    writeFile(m_input / "Luffy/text.png", "this is text");
    writeFile(m_input / "Luffy/empty.png", "");
    writeFile(m_input / "Luffy/cut.jpg", whole.substr(0, whole.size() / 2));
    const auto report = import({m_input});
    EXPECT_EQ(report.imported, 1);
    EXPECT_EQ(report.skipped.size(), 3u);
    for (const auto* name : {"text.png", "empty.png", "cut.jpg"})
        EXPECT_GT(reasonFor(report, name).size(), 10u) << name;
    EXPECT_FALSE(fs::exists(m_workspace->imagePath(sha256(std::string("this is text")), "png")));
}

TEST_F(ImportJobTest, AWorkspaceOpenForReadingIsNotChanged)
{
    writeFile(m_input / "Luffy/1.png", png(1));
    const auto reader = must(Workspace::open(m_workspace->folder(), Access::ReadOnly));
    ImportJob job(reader, paramsFor({m_input}));
    const auto outcome = outcomeOf(job);
    EXPECT_EQ(outcome.state, JobState::Failed);
    EXPECT_EQ(job.report().imported, 0);
    EXPECT_EQ(must(m_catalogue->counts()).images, 0);
}

TEST_F(ImportJobTest, FailsWhereNoPathCanBeRead)
{
    writeFile(m_input / "Luffy/1.png", png(1));
    writeFile(m_input / "broken.zip", test::zipBytes({{"Luffy/2.png", png(2)}}).substr(0, 90));
    for (const auto& path : {m_input / "missing", m_input / "broken.zip"}) {
        ImportJob job(*m_workspace, paramsFor({path}));
        const auto outcome = outcomeOf(job);
        EXPECT_EQ(outcome.state, JobState::Failed);
        EXPECT_EQ(outcome.error.context, path.string());
        EXPECT_EQ(import({m_input / "Luffy", path}).skipped.size(), 1u) << "the others are imported";
    }
    EXPECT_EQ(perClass().at("Luffy"), 1);
}

TEST_F(ImportJobTest, FailsWhenOriginalsCannotBeWrittenAndKeepsTheCatalogueTrue)
{
    for (int i = 0; i < 3; ++i)
        writeFile(m_input / "Luffy" / (std::to_string(i) + ".png"), png(i));
    fs::remove_all(m_workspace->incomingFolder());
    writeFile(m_workspace->incomingFolder(), "in the way");
    ImportJob job(*m_workspace, paramsFor({m_input}));
    const auto outcome = outcomeOf(job);
    EXPECT_EQ(outcome.state, JobState::Failed);
    EXPECT_EQ(job.report().imported, 0);
    EXPECT_EQ(must(m_catalogue->counts()).images, 0);
}

TEST_F(ImportJobTest, CancelKeepsWhatWasImportedAndARerunAddsTheRest)
{
    constexpr int count = 200;
    for (int i = 0; i < count; ++i)
        writeFile(m_input / "Luffy" / (std::to_string(i) + ".png"), png(i));
    CancelToken token;
    ImportJob job(*m_workspace, paramsFor({m_input}));
    const auto outcome = outcomeOf(job, token, [&](const Progress& progress) {
        if (progress.stage == "importing pictures" && progress.done == 120)
            token.request();
    });
    EXPECT_EQ(outcome.state, JobState::Cancelled);
    EXPECT_EQ(job.report().imported, 120);
    EXPECT_EQ(must(m_catalogue->counts()).images, 120);
    test::expectConsistent(*m_workspace);

    const auto rest = import({m_input});
    EXPECT_EQ(rest.imported, count - 120);
    EXPECT_EQ(rest.alreadyThere, 120);
}

TEST_F(ImportJobTest, CancelledWhileLookingImportsNothing)
{
    writeFile(m_input / "Luffy/1.png", png(1));
    CancelToken token;
    token.request();
    ImportJob job(*m_workspace, paramsFor({m_input}));
    EXPECT_EQ(outcomeOf(job, token).state, JobState::Cancelled);
    EXPECT_EQ(must(m_catalogue->counts()).images, 0);
}

TEST_F(ImportJobTest, ProgressRunsToItsEnd)
{
    for (int i = 0; i < 10; ++i)
        writeFile(m_input / "Luffy" / (std::to_string(i) + ".png"), png(i));
    std::vector<Progress> seen;
    ImportJob job(*m_workspace, paramsFor({m_input}));
    outcomeOf(job, {}, [&](const Progress& progress) { seen.push_back(progress); });
    ASSERT_FALSE(seen.empty());
    EXPECT_EQ(seen.back().done, 10);
    EXPECT_EQ(seen.back().total, 10);
    EXPECT_EQ(seen.back().stage, "importing pictures");
}

} // namespace nakama
