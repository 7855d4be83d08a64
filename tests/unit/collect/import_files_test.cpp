#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

using test::jpeg;
using test::must;
using test::png;
using test::reasonFor;
using test::writeFile;

/** Pictures that are named one by one: dropped on the window, or given on the command line. */
class ImportFilesTest : public test::CollectTest
{
protected:
    std::filesystem::path add(const std::string& name, const std::string& content)
    {
        writeFile(m_input / name, content);
        return m_input / name;
    }
};

TEST_F(ImportFilesTest, SinglePicturesComeWithoutALabel)
{
    const auto report = import({add("a.png", png(1)), add("b.jpg", jpeg(2, 40, 40))});
    EXPECT_EQ(report.imported, 2);
    EXPECT_TRUE(report.skipped.empty());
    EXPECT_TRUE(report.unknownFolders.empty()) << "the folder that they lie in was not named";
    for (const auto& image : must(m_catalogue->images()))
        EXPECT_EQ(image.classIndex, -1);
    EXPECT_EQ(must(m_catalogue->images())[0].originalName, "a.png");
}

TEST_F(ImportFilesTest, AClassFolderLabelsWhatLiesInIt)
{
    import({add("zoro/a.png", png(1)), add("holiday/b.png", png(2))});
    EXPECT_EQ(perClass().at("Zoro"), 1);
    EXPECT_EQ(must(m_catalogue->counts()).unlabelled, 1);
}

TEST_F(ImportFilesTest, FilesAndFoldersMix)
{
    add("folder/Nami/1.png", png(1));
    const auto report = import({add("a.png", png(2)), m_input / "folder"});
    EXPECT_EQ(report.imported, 2);
    EXPECT_EQ(perClass().at("Nami"), 1);
}

TEST_F(ImportFilesTest, BadPathsAreToldAndTheOthersImported)
{
    const auto report = import({add("a.png", png(1)), add("notes.txt", "x"), add("broken.png", "no picture"),
                                add("b.rar", "Rar!\x1A\x07"), m_input / "missing", add("cut.zip", "PK\3\4")});
    EXPECT_EQ(report.imported, 1);
    EXPECT_EQ(report.skipped.size(), 5u);
    EXPECT_EQ(reasonFor(report, "notes.txt"), "no picture by its name");
    EXPECT_NE(reasonFor(report, "b.rar").find("unpack"), std::string::npos);
    EXPECT_NE(reasonFor(report, "missing").find("no such"), std::string::npos);
    EXPECT_FALSE(reasonFor(report, "broken.png").empty());
    EXPECT_FALSE(reasonFor(report, "cut.zip").empty());
}

TEST_F(ImportFilesTest, WhereNothingIsThereItIsAnError)
{
    ImportJob job(*m_workspace, paramsFor({m_input / "missing", m_input / "gone"}));
    const auto outcome = outcomeOf(job);
    EXPECT_EQ(outcome.state, JobState::Failed);
    EXPECT_EQ(outcome.error.code, ErrorCode::NotFound);
}

TEST_F(ImportFilesTest, ADecisionOrATableLabelsThem)
{
    auto params = paramsFor({add("a.png", png(1)), add("b.png", png(2))});
    JobContext context;
    const auto plan = must(planImport(must(m_catalogue->classes()), params, context));
    ASSERT_EQ(plan.folders.size(), 1u);
    EXPECT_EQ(plan.folders[0].name, "");
    EXPECT_EQ(plan.folders[0].files, 2);
    params.unknownFolders[""] = {FolderDecision::Kind::UseClass, "Nami"};
    import(params);
    EXPECT_EQ(perClass().at("Nami"), 2);

    writeFile(m_folder / "labels.csv", "file,label\nc.png,Luffy\n");
    auto table = paramsFor({add("c.png", png(3)), add("d.png", png(4))});
    table.labels = LabelSource::Csv;
    table.csv = m_folder / "labels.csv";
    const auto report = import(table);
    EXPECT_EQ(report.imported, 1);
    EXPECT_EQ(perClass().at("Luffy"), 1);
    EXPECT_NE(reasonFor(report, "d.png").find("no row"), std::string::npos);
}

} // namespace nakama
