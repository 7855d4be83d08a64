#include "core/base/atomic_file.h"
#include "core/base/random.h"
#include "core/imaging/encode.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/cli/cli_run.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace nakama
{

namespace
{

using test::cliJson;
using test::CliResult;

/** Lines of some colours on white; unlike for every number. */
cv::Mat drawing(int number)
{
    RandomStream random(static_cast<std::uint64_t>(number), RandomPurpose::Painting);
    cv::Mat picture(120, 120, CV_8UC3, cv::Scalar::all(255));
    const auto place = [&] { return static_cast<int>(random.below(120)); };
    for (int i = 0; i < 20; ++i)
        cv::line(picture, {place(), place()}, {place(), place()},
                 {static_cast<double>(random.below(200)), static_cast<double>(random.below(200)), 40}, 8);
    return picture;
}

cv::Mat mirrored(const cv::Mat& picture)
{
    cv::Mat result;
    cv::flip(picture, result, 1);
    return result;
}

/** Two classes of 8 drawings, of which the first 3 of each have a mirrored copy. */
class Duplicates : public testing::Test
{
protected:
    void SetUp() override
    {
        for (int i = 0; i < 8; ++i)
            for (const int c : {0, 1}) {
                const auto folder = m_folder / "in" / (c == 0 ? "A" : "B");
                write(folder / (std::to_string(i) + ".png"), drawing(10 * i + c));
                if (i < 3)
                    write(folder / (std::to_string(i) + "_copy.png"), mirrored(drawing(10 * i + c)));
            }
        ASSERT_EQ(cliJson({"workspace", "create", m_workspace, "--classes", "A,B"}).exitCode, 0);
        ASSERT_EQ(cliJson({"import", m_workspace, (m_folder / "in").string(), "--source", "kaggle"})
                      .json["imported"],
                  22);
    }

    static void write(const std::filesystem::path& path, const cv::Mat& picture)
    {
        std::filesystem::create_directories(path.parent_path());
        ASSERT_TRUE(writeFileAtomically(path, encodePng(picture).value()));
    }

    CliResult duplicates(std::vector<std::string> more = {})
    {
        more.insert(more.begin(), {"duplicates", m_workspace});
        return cliJson(more);
    }

    nlohmann::json info() { return cliJson({"workspace", "info", m_workspace}).json; }

    test::TemporaryFolder m_folder;
    std::string m_workspace = (m_folder / "ws").string();
};

} // namespace

TEST_F(Duplicates, AreFoundOnceAndRemembered)
{
    const auto first = duplicates();
    ASSERT_EQ(first.exitCode, 0) << first.err;
    ASSERT_EQ(first.json["groups"].size(), 6u);
    EXPECT_EQ(first.json["images_in_groups"], 12);
    EXPECT_EQ(first.json["fingerprinted"], 22);
    for (const auto& group : first.json["groups"]) {
        EXPECT_EQ(group["kind"], "mirrored");
        ASSERT_EQ(group["images"].size(), 2u);
        EXPECT_EQ(group["images"][0]["id"], group["keeper"]);
        EXPECT_EQ(group["images"][1]["mirrored"], true);
        EXPECT_GT(group["images"][1]["similarity"], 0.9);
    }
    const auto second = duplicates();
    EXPECT_EQ(second.json["fingerprinted"], 0);
    EXPECT_EQ(second.json["reused"], 22);
    EXPECT_EQ(second.json["groups"], first.json["groups"]);
}

TEST_F(Duplicates, AreSetAsideAndTakenBack)
{
    const auto applied = duplicates({"--apply"});
    ASSERT_EQ(applied.exitCode, 0) << applied.err;
    EXPECT_EQ(applied.json["set_aside"], 6);
    EXPECT_EQ(applied.json["groups"][0]["images"][1]["set_aside"], true);
    EXPECT_EQ(info()["per_split"]["set-aside"], 6);
    EXPECT_EQ(info()["per_class"]["A"], 8);
    const auto undone = duplicates({"--undo"});
    EXPECT_EQ(undone.json["restored"], 6);
    EXPECT_EQ(info()["per_split"]["set-aside"], 0);
    EXPECT_EQ(duplicates({"--undo", "--apply"}).exitCode, 2);
}

TEST_F(Duplicates, APersonMayTellTwoApart)
{
    const auto group = duplicates().json["groups"][0];
    const auto a = std::to_string(group["images"][0]["id"].get<int>());
    const auto b = std::to_string(group["images"][1]["id"].get<int>());
    EXPECT_EQ(duplicates({"--not-copies", a, b}).json["groups"].size(), 5u);
    EXPECT_EQ(duplicates().json["groups"].size(), 5u);
    const auto unknown = duplicates({"--not-copies", a, "4711"});
    EXPECT_EQ(unknown.exitCode, 1);
    EXPECT_NE(unknown.err.find("4711"), std::string::npos);
}

TEST_F(Duplicates, SplitKeepsThemTogetherUnlessTold)
{
    const auto split = cliJson({"split", m_workspace});
    ASSERT_EQ(split.exitCode, 0) << split.err;
    EXPECT_EQ(split.json["groups_kept_together"], 6);
    EXPECT_EQ(split.json["duplicates_ignored"], false);
    EXPECT_EQ(info()["split"]["groups_across"], 0);
    EXPECT_EQ(info()["split"]["duplicates_ignored"], false);

    const auto naive = cliJson({"split", m_workspace, "--ignore-duplicates"});
    EXPECT_EQ(naive.json["groups_kept_together"], 0);
    EXPECT_EQ(naive.json["duplicates_ignored"], true);
    EXPECT_GT(info()["split"]["groups_across"], 0);
    EXPECT_EQ(info()["split"]["duplicates_ignored"], true);
}

TEST_F(Duplicates, OfTheTrueTestAreLeftOutUnlessTold)
{
    write(m_folder / "true" / "A" / "t.png", mirrored(drawing(50)));
    ASSERT_EQ(cliJson({"import", m_workspace, (m_folder / "true").string(), "--into", "true-test"}).exitCode,
              0);
    const auto split = cliJson({"split", m_workspace});
    EXPECT_EQ(split.json["in_true_test"].size(), 1u);
    EXPECT_EQ(split.json["per_split"]["unsplit"], 1);
    EXPECT_NE(cliJson({"split", m_workspace, "--use-true-test-copies"}).json["per_split"]["unsplit"], 1);
    EXPECT_EQ(duplicates().json["groups_in_true_test"], 1);
}

TEST_F(Duplicates, CapsLeaveTheRestUnsplit)
{
    const auto split = cliJson({"split", m_workspace, "--cap-class", "5"});
    ASSERT_EQ(split.exitCode, 0) << split.err;
    EXPECT_EQ(split.json["beyond_caps"], split.json["per_split"]["unsplit"]);
    EXPECT_LE(split.json["imbalance"]["after"]["largest"], 5);
    EXPECT_EQ(split.json["imbalance"]["before"]["largest"], 11);
    EXPECT_EQ(cliJson({"split", m_workspace, "--cap-source", "kaggle=7"}).json["beyond_caps"], 15);
    const auto unknown = cliJson({"split", m_workspace, "--cap-source", "flickr=7"});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_NE(unknown.err.find("kaggle"), std::string::npos) << "the message lists what there is";
    EXPECT_EQ(cliJson({"split", m_workspace, "--cap-source", "kaggle=many"}).exitCode, 2);
}

} // namespace nakama
