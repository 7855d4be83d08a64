#include "core/base/random.h"
#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <iostream>
#include <thread>

namespace nakama
{

namespace fs = std::filesystem;
using test::must;
using Clock = std::chrono::steady_clock;

namespace
{

constexpr int pictureCount = 260;
constexpr int kills = 20;

class ImportKillTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        for (int i = 0; i < pictureCount; ++i)
            test::writeFile(m_input / (i % 2 ? "Luffy" : "Zoro") / (std::to_string(i) + ".jpg"),
                            test::jpeg(i, 200, 150));
    }

    fs::path newWorkspace(const std::string& name)
    {
        must(Workspace::create(m_folder / name, {"", {{"Luffy", "", {}, {}}, {"Zoro", "", {}, {}}}, false}));
        return m_folder / name;
    }

    pid_t startImport(const fs::path& workspace)
    {
        const std::string folder = workspace.string(), input = m_input.string();
        char* arguments[] = {const_cast<char*>(IMPORT_CHILD), const_cast<char*>(folder.c_str()),
                             const_cast<char*>(input.c_str()), nullptr};
        pid_t child = 0;
        if (::posix_spawn(&child, IMPORT_CHILD, nullptr, nullptr, arguments, environ) != 0)
            throw std::runtime_error("the importing process does not start");
        return child;
    }

    static int waitFor(pid_t child)
    {
        int status = 0;
        ::waitpid(child, &status, 0);
        return status;
    }

    test::TemporaryFolder m_folder;
    fs::path m_input = m_folder / "input";
};

} // namespace

TEST_F(ImportKillTest, KilledAtRandomMomentsTheWorkspaceIsWhole)
{
    const auto start = Clock::now();
    ASSERT_EQ(waitFor(startImport(newWorkspace("timed"))), 0);
    std::chrono::duration<double> whole = Clock::now() - start;

    RandomStream random(1, RandomPurpose::Shuffle);
    int interrupted = 0, partial = 0;
    for (int round = 0; interrupted < kills && round < 6 * kills; ++round) {
        const auto folder = newWorkspace(std::to_string(round));
        const pid_t child = startImport(folder);
        std::this_thread::sleep_for(whole * random.uniform());
        ::kill(child, SIGKILL);
        if (WIFSIGNALED(waitFor(child)))
            ++interrupted;
        else
            whole *= 0.8; // the first import, which was timed, also warmed the machine up

        std::int64_t kept = 0;
        {
            const auto reader = must(Workspace::open(folder, Access::ReadOnly));
            kept = must(must(reader.catalogue()).counts()).images;
            test::expectConsistent(reader);
        }
        partial += kept > 0 && kept < pictureCount ? 1 : 0;
        {
            const auto writer = must(Workspace::open(folder, Access::ReadWrite));
            test::expectConsistent(writer);
            EXPECT_TRUE(fs::is_empty(writer.incomingFolder()));
        }
        ASSERT_EQ(waitFor(startImport(folder)), 0) << "round " << round;
        const auto done = must(Workspace::open(folder, Access::ReadWrite));
        const auto counts = must(must(done.catalogue()).counts());
        EXPECT_EQ(counts.images, pictureCount) << "round " << round;
        EXPECT_EQ(counts.perClass.at("Luffy"), pictureCount / 2);
        EXPECT_EQ(counts.unlabelled, 0);
        test::expectConsistent(done);
        fs::remove_all(folder);
    }
    std::cout << "an import takes " << whole.count() << " s; " << interrupted << " of " << kills
              << " kills came before its end, " << partial << " left a part of the pictures\n";
    EXPECT_EQ(interrupted, kills) << "the other kills came after the end";
    EXPECT_GE(partial, 3) << "hardly any kill came between the first and the last commit";
}

TEST_F(ImportKillTest, ASecondProcessIsToldWhoWrites)
{
    const auto folder = newWorkspace("busy");
    const auto holder = must(Workspace::open(folder, Access::ReadWrite));
    EXPECT_EQ(WEXITSTATUS(waitFor(startImport(folder))), 1);
    EXPECT_EQ(must(must(holder.catalogue()).counts()).images, 0);
}

} // namespace nakama
