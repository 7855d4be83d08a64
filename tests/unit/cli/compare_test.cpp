#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nakama
{

using test::cliJson;
using testing::HasSubstr;

TEST(Compare, TwoRunsOnTwoSetsAndOnTheirOwn)
{
    const test::TemporaryFolder folder;
    const auto workspace = (folder / "ws").string();
    test::writeShapeFolders(folder / "in", {"Round", "Ball"}, {16, 16});
    ASSERT_EQ(cliJson({"workspace", "create", workspace, "--classes", "Round,Ball"}).exitCode, 0);
    ASSERT_EQ(cliJson({"import", workspace, (folder / "in").string()}).exitCode, 0);
    ASSERT_EQ(cliJson({"duplicates", workspace}).exitCode, 0);
    // One shape on a plain page is a crop of another, so this split is a naive one.
    ASSERT_EQ(cliJson({"split", workspace, "--ratios", "50/25/25", "--ignore-duplicates"}).exitCode, 0);
    std::vector<std::string> runs;
    for (const char* seed : {"1", "2"}) {
        const auto trained = cliJson({"train", workspace, "--model", "resnet18", "--size", "32", "--epochs",
                                      "1", "--batch", "16", "--seed", seed});
        ASSERT_EQ(trained.exitCode, 0) << trained.err;
        runs.push_back(trained.json["run"].get<std::string>());
    }
    ASSERT_EQ(cliJson({"runs", "note", workspace, runs[1], "--name", "second_try"}).exitCode, 0);

    const auto missing = cliJson({"compare", workspace, runs[0], runs[1], "--own-sets"});
    EXPECT_EQ(missing.json["error"]["code"], "not-ready") << missing.out;

    const auto both = cliJson({"compare", workspace, runs[0], runs[1], "--split", "val,test"});
    ASSERT_EQ(both.exitCode, 0) << both.err;
    ASSERT_EQ(both.json["sets"].size(), 2u);
    EXPECT_EQ(both.json["sets"][0]["split"], "val");
    EXPECT_EQ(both.json["sets"][1]["title"], "Held-out test, n = 8");
    EXPECT_EQ(both.json["sets"][1]["runs"][1]["name"], "resnet18 (second_try)");
    EXPECT_TRUE(both.json["sets"][1]["pairs"][0].contains("verdict"));
    const auto latex =
        test::cli({"compare", workspace, runs[0], runs[1], "--split", "val,test", "--format", "latex"});
    EXPECT_THAT(latex.out, HasSubstr("\\caption{Validation, n = 8."));
    EXPECT_THAT(latex.out, HasSubstr("\\caption{Held-out test, n = 8."));
    EXPECT_THAT(latex.out, HasSubstr("resnet18 (second\\_try) & 8 &"));
    EXPECT_THAT(latex.out, HasSubstr("cross"));
    EXPECT_EQ(cliJson({"compare", workspace, runs[0], runs[1], "--split", "test,all"}).exitCode, 2);

    for (const auto& run : runs) {
        const auto evaluated = cliJson(
            {"evaluate", workspace, "--run", run, "--losses", "3", "--mistakes", "2", "--border", "1"});
        ASSERT_EQ(evaluated.exitCode, 0) << evaluated.err;
        EXPECT_EQ(evaluated.json["losses"].size(), 3u);
        EXPECT_GE(evaluated.json["losses"][0]["score"], evaluated.json["losses"][1]["score"]);
        EXPECT_LE(evaluated.json["mistakes"].size(), 2u);
        EXPECT_EQ(evaluated.json["border"].size(), 1u);
        EXPECT_FALSE(evaluated.json.contains("suspects"));
        EXPECT_TRUE(evaluated.json["warnings"].empty()) << evaluated.out;
        auto pdf = std::filesystem::path(evaluated.json["report"].get<std::string>());
        EXPECT_TRUE(std::filesystem::exists(pdf.replace_extension(".pdf")));
    }
    const auto own = cliJson({"compare", workspace, runs[0], runs[1], "--own-sets"});
    ASSERT_EQ(own.exitCode, 0) << own.err;
    ASSERT_EQ(own.json["runs"].size(), 2u);
    EXPECT_THAT(own.json["runs"][0]["leak"].get<std::string>(), HasSubstr("cross"));
    EXPECT_TRUE(own.json["flattery"].empty());
    EXPECT_THAT(own.json["notes"].dump(), HasSubstr("leak-free"));
}

} // namespace nakama
