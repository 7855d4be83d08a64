#include "core/base/csv.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

using Fields = std::vector<std::string>;

std::vector<Fields> fieldsOf(const std::string& text)
{
    std::vector<Fields> fields;
    for (const auto& row : parseCsv(text)) {
        EXPECT_EQ(row.problem, "") << "row " << row.number;
        fields.push_back(row.fields);
    }
    return fields;
}

} // namespace

TEST(Csv, LineEndsAndByteOrderMark)
{
    const std::vector<Fields> expected{{"a", "b"}, {"1", "2"}};
    EXPECT_EQ(fieldsOf("a,b\n1,2\n"), expected);
    EXPECT_EQ(fieldsOf("a,b\r\n1,2"), expected);
    EXPECT_EQ(fieldsOf("a,b\r1,2\r"), expected);
    EXPECT_EQ(fieldsOf("\xEF\xBB\xBF"
                       "a,b\n\n1,2\n\n"),
              expected);
    EXPECT_TRUE(fieldsOf("").empty());
}

TEST(Csv, QuotedFields)
{
    EXPECT_EQ(fieldsOf("\"a,b\",\"c\"\"d\"\n\"two\r\nlines\",\"\"\n"),
              (std::vector<Fields>{{"a,b", "c\"d"}, {"two\r\nlines", ""}}));
    EXPECT_EQ(fieldsOf("a,b \"c\" d,\n"), (std::vector<Fields>{{"a", "b \"c\" d", ""}}));
}

TEST(Csv, OtherDelimiters)
{
    EXPECT_EQ(fieldsOf("id;label\n1,5;a\n"), (std::vector<Fields>{{"id", "label"}, {"1,5", "a"}}));
    EXPECT_EQ(fieldsOf("id\tlabel\n1\ta b\n"), (std::vector<Fields>{{"id", "label"}, {"1", "a b"}}));
    EXPECT_EQ(fieldsOf("\"x;y;z\",label\n"), (std::vector<Fields>{{"x;y;z", "label"}}));
    EXPECT_EQ(fieldsOf("only\n1\n"), (std::vector<Fields>{{"only"}, {"1"}}));
}

TEST(Csv, MalformedRowsAreMarkedWithTheirNumber)
{
    const auto rows = parseCsv("a,b\n\"x\"y,2\n3,4\n\"open,5\n6,7\n");
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[1].number, 2);
    EXPECT_NE(rows[1].problem.find("after a closing quote"), std::string::npos);
    EXPECT_EQ(rows[2].problem, "");
    EXPECT_EQ(rows[3].number, 4);
    EXPECT_NE(rows[3].problem.find("never closed"), std::string::npos);
}

TEST(Csv, FieldsAreQuotedWhereTheyMustBe)
{
    for (const std::string value : {"plain", "with, comma", "with \"quote\"", "two\nlines", "", "ルフィ"}) {
        const auto rows = parseCsv("a," + csvField(value) + "\n");
        ASSERT_EQ(rows.size(), 1u);
        EXPECT_EQ(rows[0].fields[1], value);
    }
    EXPECT_EQ(csvField("plain"), "plain");
}

} // namespace nakama
