#include "tests/support/temporary_folder.h"
#include "tests/unit/cli/cli_run.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace nakama
{

using test::cli;
using test::cliJson;

TEST(Usage, HelpAndVersionAreNoErrors)
{
    EXPECT_EQ(cli({"--help"}).exitCode, 0);
    EXPECT_EQ(cli({"train", "--help"}).exitCode, 0);
    const auto version = cli({"--version"});
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_EQ(version.out.rfind("nakama ", 0), 0u);
}

TEST(Usage, OpenMpThreadsSleepWhileTheyWaitUnlessTheyAreToldOtherwise)
{
    ::setenv("OMP_DISPLAY_ENV", "true", 1);
    ::unsetenv("OMP_WAIT_POLICY");
    EXPECT_NE(cli({"--version"}).err.find("OMP_WAIT_POLICY = 'PASSIVE'"), std::string::npos);
    ::setenv("OMP_WAIT_POLICY", "active", 1);
    EXPECT_EQ(cli({"--version"}).err.find("OMP_WAIT_POLICY = 'PASSIVE'"), std::string::npos);
    ::setenv("OMP_WAIT_POLICY", "passive", 1);
    ::unsetenv("OMP_DISPLAY_ENV");
}

TEST(Usage, WrongWordsEndWithTwo)
{
    EXPECT_EQ(cli({}).exitCode, 2);
    EXPECT_EQ(cli({"dance"}).exitCode, 2);
    EXPECT_EQ(cli({"split"}).exitCode, 2);
    EXPECT_EQ(cli({"evaluate", "x", "--split", "half"}).exitCode, 2);
    EXPECT_EQ(cli({"train", "x", "--epochs", "0"}).exitCode, 2);
    EXPECT_EQ(cli({"workspace", "create", "x", "--preset", "naruto"}).exitCode, 2);
}

TEST(Usage, MissingWorkspaceFailsAndSaysWhere)
{
    test::TemporaryFolder folder;
    const auto result = cliJson({"workspace", "info", (folder / "nothing").string()});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_NE(result.err.find("nothing"), std::string::npos);
    EXPECT_EQ(result.json["error"]["code"], "not-found");
}

TEST(Usage, BadRatiosAreRefused)
{
    test::TemporaryFolder folder;
    const auto workspace = (folder / "w").string();
    ASSERT_EQ(cli({"workspace", "create", workspace, "--classes", "A,B"}).exitCode, 0);
    for (const char* ratios : {"70/15", "a/b/c", "0/50/50", "-1/50/50"})
        EXPECT_EQ(cli({"split", workspace, "--ratios", ratios}).exitCode, 2) << ratios;
}

} // namespace nakama
