#include "core/base/atomic_file.h"
#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/cli/cli_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace nakama
{

using test::cliJson;

namespace
{

/** Moves the first pictures of each class out of their folders, into one without classes. */
void takeTestPictures(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::filesystem::create_directories(to);
    for (const auto& folder : std::filesystem::directory_iterator(from)) {
        std::vector<std::filesystem::path> files;
        for (const auto& file : std::filesystem::directory_iterator(folder))
            files.push_back(file.path());
        std::ranges::sort(files);
        for (int i = 0; i < 3; ++i) {
            const auto& file = files[static_cast<std::size_t>(i)];
            const auto name = "t-" + folder.path().filename().string() + "-" + std::to_string(i);
            std::filesystem::rename(file, to / (name + file.extension().string()));
        }
    }
}

std::vector<std::string> lines(const std::filesystem::path& file)
{
    std::istringstream text(readTextFile(file).value());
    std::vector<std::string> all;
    for (std::string line; std::getline(text, line);)
        all.push_back(line);
    return all;
}

} // namespace

TEST(Submit, AnswersTheSamplesIdsInItsOrderAndSpelling)
{
    const test::TemporaryFolder folder;
    const auto workspace = (folder / "ws").string();
    test::writeShapeFolders(folder / "in", {"Round", "Ball"}, {16, 16});
    takeTestPictures(folder / "in", folder / "test");
    ASSERT_EQ(cliJson({"workspace", "create", workspace, "--classes", "Round,Ball"}).exitCode, 0);
    ASSERT_EQ(cliJson({"import", workspace, (folder / "in").string()}).exitCode, 0);
    const auto sample = (folder / "sample.csv").string();
    const auto out = (folder / "out.csv").string();
    ASSERT_TRUE(writeFileAtomically(sample, "Id,Character\nt-Ball-1,round\nnone such,BALL\nt-Round-0,round\n"
                                            "t-Ball-0,round\n"));
    ASSERT_EQ(cliJson({"split", workspace, "--ignore-duplicates"}).exitCode, 0);
    const auto trained = cliJson({"train", workspace, "--model", "resnet18", "--size", "32", "--epochs", "1",
                                  "--batch", "8", "--seed", "5"});
    ASSERT_EQ(trained.exitCode, 0) << trained.err;

    const std::vector<std::string> submit{"submit",     workspace, "--run", "latest",
                                          "--template", sample,    "--out", out};
    const auto early = cliJson(submit);
    EXPECT_EQ(early.exitCode, 1);
    EXPECT_NE(early.err.find("--into true-test"), std::string::npos) << early.err;

    const auto imported =
        cliJson({"import", workspace, (folder / "test").string(), "--into", "true-test", "--labels", "none"});
    ASSERT_EQ(imported.json["imported"], 6) << imported.err;
    const auto made = cliJson(submit);
    ASSERT_EQ(made.exitCode, 0) << made.err;
    EXPECT_EQ(made.json["rows"], 4);
    EXPECT_EQ(made.json["missing"], nlohmann::json({"none such"}));

    const auto predicted =
        cliJson({"predict", workspace, "--run", "latest", (folder / "test").string(), "--top", "1"});
    std::map<std::string, std::string> answers{{"none such", "BALL"}};
    for (const auto& picture : predicted.json["predictions"])
        answers[std::filesystem::path(picture["file"].get<std::string>()).stem().string()] =
            picture["top"][0]["class"] == "Ball" ? "BALL" : "round";
    std::vector<std::string> expected{"Id,Character"};
    for (const auto* id : {"t-Ball-1", "none such", "t-Round-0", "t-Ball-0"})
        expected.push_back(id + ("," + answers[id]));
    EXPECT_EQ(lines(out), expected);
}

TEST(Submit, RefusesASampleThatCannotBeFollowed)
{
    const test::TemporaryFolder folder;
    const auto workspace = (folder / "ws").string();
    ASSERT_EQ(cliJson({"workspace", "create", workspace, "--classes", "Round,Ball"}).exitCode, 0);
    const auto sample = (folder / "sample.csv").string();
    const auto refusal = [&](const std::string& text) {
        EXPECT_TRUE(writeFileAtomically(sample, text));
        const auto result = cliJson({"submit", workspace, "--template", sample, "--out", sample + ".out"});
        EXPECT_NE(result.exitCode, 0);
        EXPECT_FALSE(std::filesystem::exists(sample + ".out"));
        return result.err;
    };
    EXPECT_NE(refusal("id,label\na,x\nb,x\na,x\n").find("row 4: the id 'a' came before"), std::string::npos);
    EXPECT_NE(refusal("id,x,y\na,1,2\n").find("two columns"), std::string::npos);
    EXPECT_NE(refusal("id,label\n").find("header and a row"), std::string::npos);
    EXPECT_NE(refusal("id,label\na\n").find("row 2"), std::string::npos);
    EXPECT_TRUE(writeFileAtomically(sample, "id,label\na,x\n"));
    EXPECT_EQ(cliJson({"submit", workspace, "--template", sample, "--out", sample}).exitCode, 2);
    EXPECT_EQ(readTextFile(sample).value(), "id,label\na,x\n");
}

} // namespace nakama
