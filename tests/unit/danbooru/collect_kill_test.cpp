#include "core/base/random.h"
#include "tests/unit/danbooru/danbooru_fixture.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <iostream>
#include <map>
#include <set>
#include <thread>

namespace nakama
{

namespace fs = std::filesystem;
using test::booruPosts;
using test::must;
using Clock = std::chrono::steady_clock;

namespace
{

constexpr int kills = 20;
constexpr int wanted = 36;

pid_t startCollecting(const fs::path& workspace, const std::string& server)
{
    const auto folder = workspace.string(), count = std::to_string(wanted);
    char* arguments[] = {const_cast<char*>(COLLECT_CHILD), const_cast<char*>(folder.c_str()),
                         const_cast<char*>(server.c_str()), const_cast<char*>(count.c_str()), nullptr};
    pid_t child = 0;
    if (::posix_spawn(&child, COLLECT_CHILD, nullptr, nullptr, arguments, environ) != 0)
        throw std::runtime_error("the collecting process does not start");
    return child;
}

int waitFor(pid_t child)
{
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

std::set<std::string> contents(const fs::path& folder)
{
    const auto workspace = must(Workspace::open(folder, Access::ReadWrite));
    test::expectConsistent(workspace);
    EXPECT_TRUE(fs::is_empty(workspace.incomingFolder()));
    std::set<std::string> hashes;
    for (const auto& image : must(must(workspace.catalogue()).images()))
        hashes.insert(image.sha256 + " " + std::to_string(image.classIndex));
    return hashes;
}

} // namespace

TEST(CollectKill, KilledAtTwentyMomentsItEndsWithTheSameSet)
{
    auto posts = booruPosts(1, wanted, "monkey_d._luffy");
    for (const auto& post : booruPosts(1000, wanted, "roronoa_zoro"))
        posts.push_back(post);
    const test::StandInBooru booru(nlohmann::json{{"posts", posts}});
    const test::TemporaryFolder folder;
    const auto newWorkspace = [&](const std::string& name) {
        must(Workspace::create(
            folder / name,
            {"", {{"Luffy", "", {}, "monkey_d._luffy"}, {"Zoro", "", {}, "roronoa_zoro"}}, false}));
        return folder / name;
    };
    const auto start = Clock::now();
    const auto untouched = newWorkspace("whole");
    ASSERT_EQ(waitFor(startCollecting(untouched, booru.address())), 0);
    const std::chrono::duration<double> whole = Clock::now() - start;
    const auto expected = contents(untouched);
    ASSERT_EQ(expected.size(), 2u * wanted);

    RandomStream random(1, RandomPurpose::Shuffle);
    int interrupted = 0, partial = 0, repeatedPictures = 0;
    for (int round = 0; round < kills; ++round) {
        const auto name = newWorkspace(std::to_string(round));
        const auto before = booru.requests().size();
        const pid_t child = startCollecting(name, booru.address());
        std::this_thread::sleep_for(whole * random.uniform());
        ::kill(child, SIGKILL);
        interrupted += WIFSIGNALED(waitFor(child)) ? 1 : 0;
        const auto kept = contents(name).size();
        partial += kept > 0 && kept < expected.size() ? 1 : 0;
        ASSERT_EQ(waitFor(startCollecting(name, booru.address())), 0) << "round " << round;
        EXPECT_EQ(contents(name), expected) << "round " << round;

        // Asked twice may be only what was under way when the process ended: a page, four pictures and a
        // batch.
        std::map<std::string, int> asked;
        const auto requests = booru.requests();
        for (auto i = before; i < requests.size(); ++i)
            ++asked[requests[i].origin + requests[i].target];
        int pages = 0, pictures = 0;
        for (const auto& [target, times] : asked)
            (target.starts_with("api") ? pages : pictures) += times - 1;
        EXPECT_LE(pages, 1) << "round " << round;
        EXPECT_LE(pictures, 12) << "round " << round;
        repeatedPictures += pictures;
        fs::remove_all(name);
    }
    std::cout << "collecting takes " << whole.count() << " s; " << interrupted << " of " << kills
              << " kills came before its end, " << partial << " left a part; " << repeatedPictures
              << " pictures of " << kills * 2 * wanted << " were asked for twice\n";
    EXPECT_GE(interrupted, kills / 2) << "the kills came too late to prove anything";
    EXPECT_GE(partial, 3) << "hardly any kill came between the first and the last commit";
}

} // namespace nakama
