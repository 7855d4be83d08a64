#include "core/base/atomic_file.h"
#include "core/label/label_csv.h"
#include "tests/unit/label/label_fixture.h"

namespace nakama
{

using test::nami;
using test::zoro;

namespace
{

class LabelCsvTest : public test::LabelTest
{
protected:
    LabelImportResult import(std::string_view text, LabelImportParams params = {})
    {
        params.file = m_folder / "labels.csv";
        EXPECT_TRUE(writeFileAtomically(params.file, text));
        auto result = importLabels(*m_catalogue, params);
        EXPECT_TRUE(result) << result.error().text();
        return result.value_or(LabelImportResult{});
    }
};

} // namespace

TEST_F(LabelCsvTest, WritesWhatItReadsAgainWithoutChange)
{
    const auto anna = annotator("Anna");
    record(anna, add("test/3.jpg"), nami);
    record(anna, add("test/a, b.png"), zoro);
    record(anna, add("test/5.png_inverted.png"), {AnswerKind::NoneOfThese});
    add("test/6.png");
    record(anna, add("test/7.png", Pool::Pool), nami);
    const auto file = m_folder / "out.csv";
    EXPECT_EQ(exportLabels(*m_catalogue, Pool::TrueTest, file).value(), 3);
    EXPECT_EQ(readTextFile(file).value(), "id,label,mark\n3,Nami,\n\"a, b\",Zoro,\n5.png_inverted,,none\n");
    const auto result = import(readTextFile(file).value());
    EXPECT_EQ(result.labels, 3);
    EXPECT_EQ(result.changed, 0);
    EXPECT_TRUE(result.rejected.empty());
}

TEST_F(LabelCsvTest, RefusesEachBadRowWithItsNumberAndReason)
{
    const auto good = add("1.jpg");
    add("2.jpg");
    add("a/3.jpg");
    add("b/3.jpg");
    add("9.jpg", Pool::Pool);
    const auto result =
        import("id,label\n1,nami-san\n2,Sanji\n3,Nami\n4,Nami\n1,Zoro\n,Nami\n2,\n2\n9,Nami\n");
    EXPECT_EQ(result.labels, 1);
    EXPECT_EQ(result.changed, 1);
    EXPECT_EQ(image(good).classIndex, 0);
    const std::vector<std::pair<int, std::string>> expected{{3, "'Sanji' is no class"},
                                                            {4, "several pictures"},
                                                            {5, "no picture has the id '4'"},
                                                            {6, "came in a row before"},
                                                            {7, "no id"},
                                                            {8, "came in a row before"},
                                                            {9, "1 fields"},
                                                            {10, "'9'"}};
    ASSERT_EQ(result.rejected.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(result.rejected[i].row, expected[i].first);
        EXPECT_NE(result.rejected[i].reason.find(expected[i].second), std::string::npos)
            << result.rejected[i].reason;
    }
}

TEST_F(LabelCsvTest, ImportsNothingOfABadFileWhereThatIsAskedFor)
{
    const auto picture = add("1.jpg");
    LabelImportParams params;
    params.badRows = BadRows::RefuseAll;
    const auto refused = import("id,label\n1,Nami\n2,Nami\n", params);
    EXPECT_FALSE(refused.imported);
    EXPECT_EQ(refused.rejected.size(), 1U);
    EXPECT_EQ(image(picture).classIndex, -1);
    EXPECT_TRUE(import("id,label\n1,Nami\n", params).imported);
    EXPECT_EQ(image(picture).classIndex, 0);
}

TEST_F(LabelCsvTest, SettlesUnlessItIsAnAnnotators)
{
    const auto picture = add("1.jpg");
    record(annotator("Anna"), picture, nami);
    LabelImportParams params;
    params.annotator = "Ben";
    EXPECT_EQ(import("id,label\n1,Zoro\n", params).changed, 1);
    EXPECT_EQ(image(picture).classIndex, -1); // they differ
    EXPECT_EQ(import("label;id\nZoro;1\n").changed, 1);
    EXPECT_EQ(image(picture).classIndex, 1);
}

TEST_F(LabelCsvTest, SaysWhichColumnsThereAre)
{
    const auto file = m_folder / "x.csv";
    ASSERT_TRUE(writeFileAtomically(file, std::string_view("id,class\n1,Nami\n")));
    LabelImportParams params;
    params.file = file;
    const auto result = importLabels(*m_catalogue, params);
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().message.find("'id', 'class'"), std::string::npos) << result.error().text();
    params.file = m_folder / "none.csv";
    EXPECT_EQ(importLabels(*m_catalogue, params).error().code, ErrorCode::NotFound);
}

} // namespace nakama
