#include "core/base/atomic_file.h"
#include "core/workspace/workspace.h"
#include "tests/unit/cli/cli_run.h"
#include "tests/unit/label/label_fixture.h"

namespace nakama
{

using test::CliResult;

namespace
{

/** nakama-cli label over a workspace with Nami and Zoro. */
class LabelCli : public test::LabelTest
{
protected:
    std::string table(std::string_view text)
    {
        const auto file = m_folder / "labels.csv";
        EXPECT_TRUE(writeFileAtomically(file, text));
        return file.string();
    }
    /** Lets go of the workspace while the program has it. */
    CliResult label(std::vector<std::string> arguments)
    {
        m_catalogue.reset();
        m_workspace.reset();
        arguments.insert(arguments.begin(), {"label", (m_folder / "w").string()});
        auto result = test::cliJson(arguments);
        m_workspace.emplace(Workspace::open(m_folder / "w", Access::ReadWrite).value());
        reopen();
        return result;
    }
};

} // namespace

TEST_F(LabelCli, ImportsTheGoodRowsAndSaysWhichAreBad)
{
    const auto first = add("test/1.jpg");
    add("test/2.jpg");
    add("3.jpg", Pool::Pool);
    const auto file = table("id,label\n1,Zoro\n2,Sanji\n9,Nami\n");
    const auto read = label({"import", file});
    ASSERT_EQ(read.exitCode, 0) << read.err;
    EXPECT_EQ(read.json["labels"], 1);
    EXPECT_EQ(read.json["changed"], 1);
    ASSERT_EQ(read.json["rejected"].size(), 2U);
    EXPECT_EQ(read.json["rejected"][0]["row"], 3);
    EXPECT_NE(read.json["rejected"][0]["reason"].get<std::string>().find("Sanji"), std::string::npos);
    EXPECT_EQ(read.json["rejected"][1]["row"], 4);
    EXPECT_EQ(image(first).classIndex, 1);
    EXPECT_EQ(label({"import", file}).json["changed"], 0);
}

TEST_F(LabelCli, ImportsNothingWithStrictWhereARowIsBad)
{
    const auto first = add("1.jpg");
    const auto read = label({"import", table("id,label\n1,Zoro\n2,Nami\n"), "--strict"});
    EXPECT_EQ(read.exitCode, 1);
    EXPECT_NE(read.err.find("nothing was imported"), std::string::npos) << read.err;
    ASSERT_TRUE(read.json.is_object()) << read.out;
    EXPECT_EQ(read.json["rejected"].size(), 1U);
    EXPECT_EQ(image(first).classIndex, -1);
    EXPECT_EQ(label({"import", table("id,label\n1,Zoro\n"), "--strict"}).exitCode, 0);
    EXPECT_EQ(image(first).classIndex, 1);
}

TEST_F(LabelCli, ExportsWhatItReadsAgain)
{
    record(annotator("Anna"), add("a/1.jpg"), test::nami);
    record(annotator("Anna"), add("a/2.jpg"), {AnswerKind::SeveralCharacters});
    record(annotator("Anna"), add("3.jpg", Pool::Pool), test::zoro);
    add("4.jpg");
    const auto file = (m_folder / "out.csv").string();
    const auto written = label({"export", file});
    ASSERT_EQ(written.exitCode, 0) << written.err;
    EXPECT_EQ(written.json["labels"], 2);
    EXPECT_EQ(written.json["changed"], 0);
    EXPECT_TRUE(written.json["rejected"].is_array() && written.json["rejected"].empty());
    EXPECT_EQ(readTextFile(file).value(), "id,label,mark\n1,Nami,\n2,,several\n");
    const auto again = label({"import", file, "--strict"});
    EXPECT_EQ(again.json["labels"], 2);
    EXPECT_EQ(again.json["changed"], 0);
    ASSERT_EQ(label({"export", file, "--set", "pool"}).exitCode, 0);
    EXPECT_EQ(readTextFile(file).value(), "id,label,mark\n3,Zoro,\n");
}

TEST_F(LabelCli, RowsOfAnAnnotatorAreHisAnswers)
{
    const auto picture = add("1.jpg");
    record(annotator("Anna"), picture, test::nami);
    const auto file = table("id,label\n1,Zoro\n");
    ASSERT_EQ(label({"import", file, "--annotator", "Ben"}).exitCode, 0);
    EXPECT_EQ(image(picture).classIndex, -1); // they differ
    ASSERT_EQ(label({"import", file}).exitCode, 0);
    EXPECT_EQ(image(picture).classIndex, 1); // settled
    EXPECT_NE(label({"import", (m_folder / "none.csv").string()}).exitCode, 0);
}

} // namespace nakama
