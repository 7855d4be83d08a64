#include "core/collect/csv_labels.h"
#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

class CsvLabelsTest : public ::testing::Test
{
protected:
    Result<CsvLabels> labels(const std::string& text)
    {
        test::writeFile(m_folder / "labels.csv", text);
        return CsvLabels::read(m_folder / "labels.csv");
    }

    static std::string found(const CsvLabels& all, const std::string& name)
    {
        const auto* row = all.find(name);
        return row ? row->label : "";
    }

    test::TemporaryFolder m_folder;
};

} // namespace

TEST_F(CsvLabelsTest, FindsFilesWithAndWithoutEndingAndFolders)
{
    const auto all =
        test::must(labels("id,label\n1,Luffy\n2.png,Zoro\n./train\\3.jpg,Nami\n日本 4,Robin\n5.old,Ace\n"));
    EXPECT_EQ(found(all, "train/1.jpg"), "Luffy");
    EXPECT_EQ(found(all, "1"), "Luffy");
    EXPECT_EQ(found(all, "a/b/2.png"), "Zoro");
    EXPECT_EQ(found(all, "2.jpg"), "");
    EXPECT_EQ(found(all, "train/3.jpg"), "Nami");
    EXPECT_EQ(found(all, "test/3.jpg"), "");
    EXPECT_EQ(found(all, "日本 4.webp"), "Robin");
    EXPECT_EQ(found(all, "5.old.png"), "Ace");
    EXPECT_EQ(found(all, "train.x/6"), "");
    EXPECT_TRUE(all.refused().empty());
}

TEST_F(CsvLabelsTest, ColumnsMayComeInAnyOrderAmongOthers)
{
    const auto all = test::must(labels("width,CLASS , File_Name\n10,Luffy,a.png\n"));
    EXPECT_EQ(found(all, "a.png"), "Luffy");
}

TEST_F(CsvLabelsTest, BadRowsAreRefusedWithNumberAndReason)
{
    const auto all =
        test::must(labels("id,label\n1,Luffy\n2\n3,\n,Zoro\n1,Zoro\n1,Luffy\n\"4\"x,Nami\n\xFF,Nami\n"));
    std::vector<std::string> refused;
    for (const auto& row : all.refused())
        refused.push_back(row.path + ": " + row.reason);
    ASSERT_EQ(refused.size(), 6u);
    EXPECT_EQ(refused[0], "labels.csv, row 3: it has 1 fields where the header has 2");
    EXPECT_EQ(refused[1], "labels.csv, row 4: the label of '3' is empty");
    EXPECT_EQ(refused[2], "labels.csv, row 5: it names no file");
    EXPECT_EQ(refused[3], "labels.csv, row 6: '1' has the label 'Luffy' already, from row 2");
    EXPECT_EQ(refused[4], "labels.csv, row 8: there is text after a closing quote");
    EXPECT_EQ(refused[5], "labels.csv, row 9: it is not valid UTF-8");
    EXPECT_EQ(found(all, "1.png"), "Luffy");
}

TEST_F(CsvLabelsTest, FilesThatAreNoLabelFilesAreRefused)
{
    EXPECT_EQ(CsvLabels::read(m_folder / "missing.csv").error().code, ErrorCode::NotFound);
    EXPECT_EQ(labels("").error().code, ErrorCode::InvalidArgument);
    const auto wrong = labels("a,b\n1,2\n");
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().message.find("it has 'a', 'b'"), std::string::npos) << wrong.error().message;
    EXPECT_NE(labels("id,b\n").error().message.find("'label'"), std::string::npos);
    EXPECT_EQ(labels(std::string("\xFF\xFEi\0d\0", 6)).error().code, ErrorCode::CorruptData);
}

} // namespace nakama
