#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

using test::must;

namespace
{

const std::vector<ClassInfo> classes{
    {"Luffy", "Monkey D. Luffy", {"Ruffy"}, {}}, {"Zoro", "", {}, {}}, {"Nami", "", {}, {}}};

class ImportPlanTest : public ::testing::Test
{
protected:
    /** "name:files:class", joined, of the files of these names in a folder called root. */
    std::string foldersOf(const std::vector<std::string>& names, const std::string& root = "root")
    {
        std::filesystem::remove_all(m_folder / root);
        for (const auto& name : names)
            test::writeFile(m_folder / root / name, "x");
        ImportParams params;
        params.paths = {m_folder / root};
        return textOf(must(planImport(classes, params, m_context)));
    }

    static std::string textOf(const ImportPlan& plan)
    {
        std::string text;
        for (const auto& folder : plan.folders)
            text += folder.name + ":" + std::to_string(folder.files) + ":" +
                    folder.matchedClass.value_or("?") + " ";
        return text;
    }

    test::TemporaryFolder m_folder;
    JobContext m_context;
};

} // namespace

TEST_F(ImportPlanTest, LayoutsOfKaggle)
{
    const std::string expected = "Luffy:2:Luffy zoro:1:Zoro ";
    EXPECT_EQ(foldersOf({"Luffy/1.png", "Luffy/2.png", "zoro/1.png"}), expected);
    EXPECT_EQ(foldersOf({"train/Luffy/1.png", "test/Luffy/1.png", "train/zoro/1.png"}), expected);
    EXPECT_EQ(foldersOf({"Data/Data/Luffy/1.png", "Data/Data/Luffy/2.png", "Data/Data/zoro/1.png"}),
              expected);
    EXPECT_EQ(
        foldersOf({"one piece dataset/v2/Luffy/1.png", "one piece dataset/v2/Luffy/2.png", "zoro/1.png"}),
        expected);
}

TEST_F(ImportPlanTest, NamesAndAliasesMatchWithoutCase)
{
    EXPECT_EQ(foldersOf({"RUFFY/1.png", "monkey_d._luffy/1.png", "Buggy/1.png", "Buggy/2.png"}),
              "Buggy:2:? RUFFY:1:Luffy monkey_d._luffy:1:Luffy ");
}

TEST_F(ImportPlanTest, PicturesDirectlyInTheFolderAreFiledUnderItsName)
{
    EXPECT_EQ(foldersOf({"1.png", "2.png"}, "Nami"), "Nami:2:Nami ");
    EXPECT_EQ(foldersOf({"1.png"}, "holiday"), "holiday:1:? ");
    test::writeZip(m_folder / "zoro.zip", {{"1.png", "x"}, {"2.png", "x"}});
    ImportParams params;
    params.paths = {m_folder / "zoro.zip"};
    EXPECT_EQ(textOf(must(planImport(classes, params, m_context))), "zoro:2:Zoro ");
}

TEST_F(ImportPlanTest, FoldersBelowAClassFolderBelongToIt)
{
    EXPECT_EQ(foldersOf({"Luffy/wano/1.png", "Luffy/2.png", "Luffy/a/b/3.png", "Zoro/wano/1.png"}),
              "Luffy:3:Luffy Zoro:1:Zoro ");
    EXPECT_EQ(foldersOf({"Luffy/Zoro/1.png", "Luffy/Buggy/1.png"}), "Buggy:1:? Zoro:1:Zoro ")
        << "a folder around class folders is no class, whatever its name";
}

TEST_F(ImportPlanTest, ReadMesAreNotOfferedAsClasses)
{
    EXPECT_EQ(foldersOf({"README.md", "docs/licence.txt", "Luffy/1.png", "Luffy/notes.txt"}),
              "Luffy:2:Luffy ");
}

TEST_F(ImportPlanTest, WithoutLabelsThereAreNoFolders)
{
    test::writeFile(m_folder / "in/Luffy/1.png", "x");
    ImportParams params;
    params.paths = {m_folder / "in"};
    params.labels = LabelSource::None;
    const auto plan = must(planImport(classes, params, m_context));
    EXPECT_TRUE(plan.folders.empty());
    EXPECT_EQ(plan.files, 1);
}

TEST_F(ImportPlanTest, SeveralPathsCountTogether)
{
    test::writeFile(m_folder / "a/Luffy/1.png", "x");
    test::writeZip(m_folder / "b.zip", {{"wrap/Luffy/1.png", "y"}, {"wrap/Zoro/1.png", "z"}});
    ImportParams params;
    params.paths = {m_folder / "a", m_folder / "b.zip"};
    const auto plan = must(planImport(classes, params, m_context));
    EXPECT_EQ(textOf(plan), "Luffy:2:Luffy Zoro:1:Zoro ");
    EXPECT_EQ(plan.files, 3);
    EXPECT_EQ(planImport(classes, {}, m_context).error().code, ErrorCode::InvalidArgument);
}

} // namespace nakama
