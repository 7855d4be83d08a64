#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/base/random.h"
#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/cli/cli_run.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <span>
#include <stdexcept>
#include <thread>

namespace nakama
{

namespace fs = std::filesystem;
using test::cli;
using test::cliJson;
using Clock = std::chrono::steady_clock;

namespace
{

constexpr int kills = 20;

pid_t start(const std::vector<std::string>& arguments)
{
    static const std::string program = NAKAMA_BIN "/nakama-cli";
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const auto& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failed = ::posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        throw std::runtime_error("nakama-cli does not start");
    return child;
}

int statusOf(pid_t child)
{
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

/** Hash of the numbers in the last checkpoint of a run, optimiser and all; its description has times in it.
 */
std::string weightsOf(const test::CliResult& ended)
{
    const fs::path best = ended.json["checkpoint"].get<std::string>();
    const auto bytes = readFile(best.parent_path() / "last.safetensors").value();
    std::uint64_t description = 0; // its length, before it
    std::memcpy(&description, bytes.data(), sizeof description);
    return sha256(std::span(bytes).subspan(sizeof description + description));
}

} // namespace

/** One run after another is killed and resumed, a checkpoint after every batch, until twenty kills hit. */
TEST(TrainKill, KilledAtTwentyMomentsARunEndsWithTheSameWeights)
{
    const test::TemporaryFolder folder;
    const auto workspace = (folder / "ws").string();
    test::writeShapeFolders(folder / "in", {"Round", "Ball"}, {16, 16});
    ASSERT_EQ(cli({"workspace", "create", workspace, "--classes", "Round,Ball"}).exitCode, 0);
    ASSERT_EQ(cli({"import", workspace, (folder / "in").string()}).exitCode, 0);
    ASSERT_EQ(cli({"split", workspace, "--ignore-duplicates"}).exitCode, 0);
    const std::vector<std::string> train{"train",
                                         workspace,
                                         "--model",
                                         "squeezenet1_1",
                                         "--size",
                                         "64",
                                         "--epochs",
                                         "6",
                                         "--batch",
                                         "4",
                                         "--average",
                                         "0.9",
                                         "--balance",
                                         "0.5",
                                         "--device",
                                         "cpu",
                                         "--checkpoint-minutes",
                                         "0"};
    const std::vector<std::string> resume{"train", workspace, "--resume", "latest", "--device", "cpu"};
    const auto begin = Clock::now();
    const auto whole = cliJson(train);
    const std::chrono::duration<double> duration = Clock::now() - begin;
    ASSERT_EQ(whole.exitCode, 0) << whole.err;
    const auto expected = whole.json["epochs"];
    const auto weights = weightsOf(whole);

    RandomStream random(1, RandomPurpose::Shuffle);
    int interrupted = 0;
    int runs = 1;
    bool going = false;
    const auto expectSame = [&](const test::CliResult& ended) {
        ASSERT_EQ(ended.exitCode, 0) << ended.err;
        ASSERT_EQ(ended.json["epochs"].size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            for (const char* field : {"train_loss", "val"})
                EXPECT_EQ(ended.json["epochs"][i][field], expected[i][field]) << "epoch " << i + 1;
        EXPECT_EQ(weightsOf(ended), weights);
    };
    for (int round = 0; interrupted < kills && round < 6 * kills; ++round) {
        const auto child = start(going ? resume : train);
        runs += going ? 0 : 1;
        std::this_thread::sleep_for(duration * random.uniform(0.1, 0.8));
        ::kill(child, SIGKILL);
        const int status = statusOf(child);
        going = true;
        if (WIFSIGNALED(status)) {
            ++interrupted;
        } else {
            expectSame(cliJson(resume)); // it has nothing left to do
            going = false;
        }
    }
    expectSame(cliJson(resume));
    std::cout << "a run takes " << duration.count() << " s; " << interrupted << " kills in " << runs - 1
              << " runs\n";
    EXPECT_EQ(interrupted, kills) << "the other kills came after the end";
}

} // namespace nakama
