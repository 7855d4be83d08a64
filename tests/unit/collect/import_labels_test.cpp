#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

using test::must;
using test::png;
using test::reasonFor;
using test::writeFile;
using Kind = FolderDecision::Kind;
using ImportLabelsTest = test::CollectTest;

TEST_F(ImportLabelsTest, UnknownFoldersAreOfferedAndSkippedUntilDecided)
{
    writeFile(m_input / "Luffy/1.png", png(1));
    writeFile(m_input / "Buggy/1.png", png(2));
    writeFile(m_input / "Buggy/2.png", png(3));
    writeFile(m_input / "notes.txt", "read me");
    const auto report = import({m_input});
    EXPECT_EQ(report.imported, 1);
    ASSERT_EQ(report.unknownFolders.size(), 1u);
    EXPECT_EQ(report.unknownFolders[0].name, "Buggy");
    EXPECT_EQ(report.unknownFolders[0].files, 2);
    EXPECT_NE(reasonFor(report, "Buggy/2.png").find("folder 'Buggy' matches no class"), std::string::npos);
    EXPECT_NE(reasonFor(report, "notes.txt").find("neither a picture"), std::string::npos);
}

TEST_F(ImportLabelsTest, DecisionsAreCarriedOut)
{
    int number = 0;
    for (const auto* folder : {"Buggy", "Koby", "Alvida", "Morgan"})
        writeFile(m_input / folder / "1.png", png(number++));
    auto params = paramsFor({m_input});
    params.unknownFolders = {{"Buggy", {Kind::AddClass, ""}},
                             {"Koby", {Kind::UseClass, "zoro"}},
                             {"Alvida", {Kind::Unlabelled, ""}},
                             {"Morgan", {Kind::Skip, ""}},
                             {"Absent", {Kind::AddClass, ""}}};
    const auto report = import(params);
    EXPECT_EQ(report.imported, 3);
    EXPECT_TRUE(report.unknownFolders.empty());
    EXPECT_NE(reasonFor(report, "Morgan/1.png").find("as decided"), std::string::npos);
    EXPECT_EQ(perClass(),
              (std::map<std::string, std::int64_t>{{"Luffy", 0}, {"Zoro", 1}, {"Nami", 0}, {"Buggy", 1}}));
    EXPECT_EQ(must(m_catalogue->counts()).unlabelled, 1);
    EXPECT_EQ(import(params).alreadyThere, 3) << "a class that was added is found the next time";
}

TEST_F(ImportLabelsTest, DecisionsThatMakeNoSenseFail)
{
    writeFile(m_input / "Buggy/1.png", png(1));
    for (const auto& decision :
         {FolderDecision{Kind::UseClass, "Shanks"}, FolderDecision{Kind::AddClass, "a/b"}}) {
        auto params = paramsFor({m_input});
        params.unknownFolders = {{"Buggy", decision}};
        ImportJob job(*m_workspace, params);
        EXPECT_EQ(outcomeOf(job).error.code, ErrorCode::InvalidArgument);
    }
    EXPECT_EQ(must(m_catalogue->counts()).images, 0);
}

TEST_F(ImportLabelsTest, TheTrueTestSetIsImportedWithoutLabels)
{
    writeFile(m_input / "test/1.png", png(1));
    writeFile(m_input / "test/Luffy/2.png", png(2));
    auto params = paramsFor({m_input});
    params.labels = LabelSource::None;
    params.pool = Pool::TrueTest;
    EXPECT_EQ(import(params).imported, 2);
    const auto counts = must(m_catalogue->counts());
    EXPECT_EQ(counts.perSplit.at("true-test"), 2);
    EXPECT_EQ(counts.perClass.at("Luffy"), 0);

    const auto pool = import({m_input / "test/Luffy"});
    EXPECT_EQ(pool.imported, 0);
    EXPECT_EQ(reasonFor(pool, "2.png"), "already there in the true test set");
    writeFile(m_input / "Zoro/3.png", png(3));
    import({m_input / "Zoro"});
    params.paths = {m_input / "Zoro"};
    EXPECT_EQ(reasonFor(import(params), "3.png"), "already there in the pool");
}

TEST_F(ImportLabelsTest, APictureWithoutALabelGetsOneLater)
{
    writeFile(m_input / "Luffy/1.png", png(1));
    writeFile(m_input / "Luffy/2.png", png(2));
    auto params = paramsFor({m_input});
    params.labels = LabelSource::None;
    EXPECT_EQ(import(params).imported, 2);
    const auto removed = must(m_catalogue->images()).back();
    must(m_catalogue->setLabel(removed.id, 0, "person"));
    must(m_catalogue->setLabel(removed.id, -1, "person"));

    const auto report = import({m_input});
    EXPECT_EQ(report.alreadyThere, 2);
    EXPECT_EQ(report.labelled, 1) << "a label that a person took away does not come back";
    EXPECT_EQ(perClass().at("Luffy"), 1);
    EXPECT_EQ(import(params).labelled, 0) << "an import without labels takes none away";
    EXPECT_EQ(perClass().at("Luffy"), 1);
}

TEST_F(ImportLabelsTest, LabelsFromCsv)
{
    writeFile(m_input / "images/1.png", png(1));
    writeFile(m_input / "images/2.png", png(2));
    writeFile(m_input / "images/3.png", png(3));
    writeFile(m_input / "images/4.png", png(4));
    writeFile(m_input / "a/same.png", png(5));
    writeFile(m_input / "b/same.png", png(6));
    const auto csv = m_folder / "train.csv";
    writeFile(csv, "\xEF\xBB\xBFid,label\r\n1,\"Monkey D. "
                   "Luffy\"\r\n2.png,zoro\r\n3,Buggy\r\n99,Nami\r\nsame,Nami\r\n7\r\n");
    auto params = paramsFor({m_input});
    params.labels = LabelSource::Csv;
    params.csv = csv;
    auto report = import(params);
    EXPECT_EQ(report.imported, 2);
    EXPECT_EQ(perClass(), (std::map<std::string, std::int64_t>{{"Luffy", 1}, {"Zoro", 1}, {"Nami", 0}}));
    EXPECT_EQ(reasonFor(report, "images/4.png"), "train.csv has no row for it");
    EXPECT_NE(reasonFor(report, "images/3.png").find("'Buggy' matches no class"), std::string::npos);
    EXPECT_EQ(reasonFor(report, "train.csv, row 5"), "there is no file '99' to import");
    EXPECT_NE(reasonFor(report, "a/same.png").find("row 6 names 2 files"), std::string::npos);
    EXPECT_NE(reasonFor(report, "train.csv, row 7").find("1 fields"), std::string::npos);
    ASSERT_EQ(report.unknownFolders.size(), 1u);
    EXPECT_EQ(report.unknownFolders[0].name, "Buggy");
    const auto first = must(m_catalogue->images()).front();
    EXPECT_EQ(must(m_catalogue->labelHistory(first.id)).front().origin, "csv");

    params.unknownFolders = {{"Buggy", {Kind::AddClass, ""}}};
    EXPECT_EQ(import(params).imported, 1);
    EXPECT_EQ(perClass().at("Buggy"), 1);

    params.csv = m_folder / "missing.csv";
    ImportJob job(*m_workspace, params);
    EXPECT_EQ(outcomeOf(job).error.code, ErrorCode::NotFound);
}

} // namespace nakama
