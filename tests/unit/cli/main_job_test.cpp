#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/cli/cli_run.h"

#include <gtest/gtest.h>
#include <signal.h>

#include <cstdint>

namespace nakama
{

using test::cli;
using test::cliJson;
using test::CliResult;

namespace
{

const std::vector<std::string> classes{"Round", "Ball", "Disc", "Coin"};

/**
 * A workspace with 4 × 24 small pictures, made once for all tests of the suite. One shape on a plain page is
 * a crop of another, so its splits ignore copies.
 */
class MainJob : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_folder = new test::TemporaryFolder;
        s_workspace = (*s_folder / "ws").string();
        test::writeShapeFolders(*s_folder / "in", classes, {24, 24, 24, 24});
        s_created = cliJson({"workspace", "create", s_workspace, "--classes", "Round,Ball,Disc,Coin"});
        s_imported = cliJson({"import", s_workspace, (*s_folder / "in").string(), "--source", "test"});
    }
    static void TearDownTestSuite() { delete s_folder; }

    static CliResult trainShort(std::vector<std::string> more = {})
    {
        std::vector<std::string> arguments{"train",    s_workspace, "--model", "resnet18", "--size", "32",
                                           "--epochs", "3",         "--batch", "16",       "--seed", "5"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return cliJson(arguments);
    }

    static test::TemporaryFolder* s_folder;
    static std::string s_workspace;
    static CliResult s_created;
    static CliResult s_imported;
};

test::TemporaryFolder* MainJob::s_folder = nullptr;
std::string MainJob::s_workspace;
CliResult MainJob::s_created;
CliResult MainJob::s_imported;

} // namespace

TEST_F(MainJob, CreatesAndImports)
{
    ASSERT_EQ(s_created.exitCode, 0) << s_created.err;
    EXPECT_EQ(s_created.json["classes"], nlohmann::json(classes));
    ASSERT_EQ(s_imported.exitCode, 0) << s_imported.err;
    EXPECT_EQ(s_imported.json["imported"], 96);
    EXPECT_EQ(s_imported.json["already_there"], 0);
    EXPECT_TRUE(s_imported.json["skipped"].empty());

    const auto again = cliJson({"import", s_workspace, (*s_folder / "in").string()});
    EXPECT_EQ(again.json["imported"], 0);
    EXPECT_EQ(again.json["already_there"], 96);

    const auto info = cliJson({"workspace", "info", s_workspace});
    EXPECT_EQ(info.json["images"], 96);
    EXPECT_EQ(info.json["per_class"]["Disc"], 24);
    EXPECT_EQ(info.json["per_source"]["test"], 96);
}

TEST_F(MainJob, SecondWorkspaceInTheSamePlaceIsRefused)
{
    const auto again = cliJson({"workspace", "create", s_workspace, "--classes", "A"});
    EXPECT_EQ(again.exitCode, 1);
    EXPECT_EQ(again.json["error"]["code"], "already-exists");
}

TEST_F(MainJob, FromSplitToPrediction)
{
    const auto split =
        cliJson({"split", s_workspace, "--ratios", "50/25/25", "--seed", "3", "--ignore-duplicates"});
    ASSERT_EQ(split.exitCode, 0) << split.err;
    EXPECT_EQ(split.json["per_split"]["train"], 48);
    EXPECT_EQ(split.json["per_class_split"]["Coin"]["test"], 6);

    const auto trained = trainShort();
    ASSERT_EQ(trained.exitCode, 0) << trained.err;
    ASSERT_EQ(trained.json["epochs"].size(), 3u);
    EXPECT_GT(trained.json["epochs"][0]["train_loss"].get<double>(), 0);
    EXPECT_EQ(trained.json["device"].get<std::string>().substr(0, 3), "cpu");
    EXPECT_DOUBLE_EQ(trained.json["class_weights"]["Ball"].get<double>(), 1.0);
    const auto run = trained.json["run"].get<std::string>();

    const auto evaluated = cliJson({"evaluate", s_workspace, "--run", run, "--split", "test"});
    ASSERT_EQ(evaluated.exitCode, 0) << evaluated.err;
    EXPECT_EQ(evaluated.json["n"], 24);
    EXPECT_TRUE(evaluated.json["intervals"].contains("macro"));
    std::int64_t counted = 0;
    for (const auto& row : evaluated.json["confusion"])
        for (const auto& count : row)
            counted += count.get<std::int64_t>();
    EXPECT_EQ(counted, 24);
    EXPECT_TRUE(std::filesystem::exists(evaluated.json["report"].get<std::string>()));

    const auto picture = (*s_folder / "in" / "Disc" / "0.png").string();
    const auto byRun = cliJson({"predict", s_workspace, "--run", run, picture, "--top", "2"});
    ASSERT_EQ(byRun.exitCode, 0) << byRun.err;
    ASSERT_EQ(byRun.json["predictions"][0]["top"].size(), 2u);
    const auto byFile = cliJson(
        {"predict", "--checkpoint", trained.json["checkpoint"].get<std::string>(), picture, "--top", "2"});
    EXPECT_EQ(byFile.json["predictions"], byRun.json["predictions"]);

    const auto info = cliJson({"workspace", "info", s_workspace});
    EXPECT_EQ(info.json["runs"][0]["status"], "finished");
}

TEST_F(MainJob, RunsAreShownNamedRepeatedAndDeleted)
{
    ASSERT_EQ(cliJson({"split", s_workspace, "--ignore-duplicates"}).exitCode, 0);
    const auto trained = trainShort();
    ASSERT_EQ(trained.exitCode, 0) << trained.err;
    const auto run = trained.json["run"].get<std::string>();
    const auto before = cliJson({"runs", "list", s_workspace}).json["runs"].size();

    EXPECT_EQ(cliJson({"runs", "note", s_workspace, run}).exitCode, 2) << "neither a name nor a text";
    ASSERT_EQ(cliJson({"runs", "note", s_workspace, run, "--name", "small", "--text", "32 pixels"}).exitCode,
              0);
    ASSERT_EQ(cliJson({"runs", "note", s_workspace, "latest", "--name", "smaller"}).exitCode, 0);
    const auto shown = cliJson({"runs", "show", s_workspace, run});
    ASSERT_EQ(shown.exitCode, 0) << shown.err;
    EXPECT_EQ(shown.json["name"], "smaller");
    EXPECT_EQ(shown.json["note"], "32 pixels") << "what is not given stays";
    EXPECT_EQ(shown.json["epoch_records"].size(), 3u);
    EXPECT_EQ(shown.json["epoch_records"][2]["train_loss"], trained.json["epochs"][2]["train_loss"]);

    const auto config = std::filesystem::path(s_workspace) / "runs" / run / "config.json";
    const auto repeated = cliJson({"train", s_workspace, "--config", config.string()});
    ASSERT_EQ(repeated.exitCode, 0) << repeated.err;
    for (std::size_t epoch = 0; epoch < 3; ++epoch)
        for (const char* field : {"train_loss", "val"})
            EXPECT_EQ(repeated.json["epochs"][epoch][field], trained.json["epochs"][epoch][field]);

    const auto second = repeated.json["run"].get<std::string>();
    EXPECT_EQ(cliJson({"runs", "delete", s_workspace, run, "no-such-run"}).exitCode, 1);
    EXPECT_EQ(cliJson({"runs", "list", s_workspace}).json["runs"].size(), before + 1)
        << "nothing was deleted";
    const auto deleted = cliJson({"runs", "delete", s_workspace, run, second});
    ASSERT_EQ(deleted.exitCode, 0) << deleted.err;
    EXPECT_GT(deleted.json["bytes"].get<std::int64_t>(), 0);
    EXPECT_EQ(cliJson({"runs", "list", s_workspace}).json["runs"].size(), before - 1);
    EXPECT_FALSE(std::filesystem::exists(config));
    EXPECT_EQ(cliJson({"runs", "show", s_workspace, run}).exitCode, 1);
}

TEST_F(MainJob, EstimateTellsTimeAndMemoryAndMakesNoRun)
{
    ASSERT_EQ(cliJson({"split", s_workspace, "--ignore-duplicates"}).exitCode, 0);
    const auto before = cliJson({"runs", "list", s_workspace}).json["runs"].size();
    const auto estimate = trainShort({"--estimate"});
    ASSERT_EQ(estimate.exitCode, 0) << estimate.err;
    EXPECT_GT(estimate.json["seconds"].get<double>(), 0) << estimate.out;
    EXPECT_GT(estimate.json["training_bytes"].get<double>(), 0) << estimate.out;
    EXPECT_EQ(cliJson({"runs", "list", s_workspace}).json["runs"].size(), before);
}

TEST_F(MainJob, SeededTrainingRepeatsWhateverTheLoaderThreads)
{
    ASSERT_EQ(cliJson({"split", s_workspace, "--ignore-duplicates"}).exitCode, 0);
    const auto one = trainShort({"--loader-threads", "1"});
    const auto three = trainShort({"--loader-threads", "3"});
    ASSERT_EQ(one.exitCode, 0) << one.err;
    for (std::size_t epoch = 0; epoch < 3; ++epoch)
        for (const char* field : {"train_loss", "val"})
            EXPECT_EQ(one.json["epochs"][epoch][field], three.json["epochs"][epoch][field]);
}

TEST_F(MainJob, InterruptKeepsTheRunAndResumeGoesOn)
{
    ASSERT_EQ(cliJson({"split", s_workspace, "--ignore-duplicates"}).exitCode, 0);
    bool sent = false;
    const auto interrupted =
        cliJson({"train", s_workspace, "--model", "resnet18", "--size", "32", "--epochs", "500"},
                [&](pid_t process, const std::string& err) {
                    if (!sent && err.find("epoch   1 ") != std::string::npos)
                        sent = ::kill(process, SIGINT) == 0;
                });
    EXPECT_TRUE(sent);
    EXPECT_EQ(interrupted.exitCode, 130) << interrupted.err;
    ASSERT_TRUE(interrupted.json.is_object()) << interrupted.out;
    EXPECT_EQ(interrupted.json["cancelled"], true);
    const auto run = interrupted.json["run"].get<std::string>();
    EXPECT_NE(interrupted.err.find("--resume " + run), std::string::npos);

    bool again = false;
    const auto resumed =
        cliJson({"train", s_workspace, "--resume", run}, [&](pid_t process, const std::string& err) {
            if (!again && err.find("epoch   3 ") != std::string::npos)
                again = ::kill(process, SIGINT) == 0;
        });
    EXPECT_TRUE(again);
    EXPECT_EQ(resumed.err.find("epoch   1 "), std::string::npos) << "finished epochs are not trained again";
    EXPECT_EQ(resumed.json["run"], run);
}

TEST_F(MainJob, TrainingBeforeSplittingSaysWhatToDo)
{
    test::TemporaryFolder folder;
    const auto workspace = (folder / "w").string();
    ASSERT_EQ(cli({"workspace", "create", workspace, "--classes", "A,B"}).exitCode, 0);
    const auto result = cliJson({"train", workspace, "--model", "resnet18"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(result.json["error"]["code"], "not-ready");
    EXPECT_NE(result.err.find("split"), std::string::npos);
}

TEST_F(MainJob, UnknownModelIsAUsageError)
{
    ASSERT_EQ(cliJson({"split", s_workspace, "--ignore-duplicates"}).exitCode, 0);
    const auto result = cliJson({"train", s_workspace, "--model", "vgg"});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_NE(result.err.find("resnet18"), std::string::npos) << "the message lists what there is";
}

TEST_F(MainJob, UnreadablePicturesAreNamedNotFatal)
{
    ASSERT_EQ(cliJson({"split", s_workspace, "--ignore-duplicates"}).exitCode, 0);
    const auto trained = trainShort();
    ASSERT_EQ(trained.exitCode, 0) << trained.err;
    const auto broken = *s_folder / "broken.png";
    std::filesystem::copy_file(*s_folder / "in" / "Disc" / "0.png", broken);
    std::filesystem::resize_file(broken, 60);
    const auto good = (*s_folder / "in" / "Disc" / "1.png").string();
    const auto both = cliJson({"predict", s_workspace, "--run", "latest", broken.string(), good});
    EXPECT_EQ(both.exitCode, 0);
    EXPECT_EQ(both.json["predictions"].size(), 1u);
    EXPECT_EQ(both.json["skipped"][0]["path"], broken.string());
    EXPECT_EQ(cliJson({"predict", s_workspace, "--run", "latest", broken.string()}).exitCode, 1);
}

} // namespace nakama
