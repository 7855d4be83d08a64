#include "core/base/hash.h"
#include "tests/support/process.h"
#include "tests/unit/download/material.h"

#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

namespace nakama
{

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace
{

std::uintmax_t sizeOf(const fs::path& path)
{
    std::error_code error;
    const auto size = fs::file_size(path, error);
    return error ? 0 : size;
}

} // namespace

TEST(DownloadKill, WhatAKilledProcessLeftIsTakenUpAndVerified)
{
    const auto content = test::noise(600'000);
    test::StandInServer server(R"({"/a.pth": [{"bytesPerSecond": 400000}, {"bytesPerSecond": 400000}]})");
    server.put("/a.pth", content);
    test::TemporaryFolder folder;
    const auto target = folder / "a.pth";
    const auto part = folder / "a.pth.part";
    const std::string address = server.address("/a.pth"), name = target.string(), hash = sha256(content);

    std::uintmax_t left = 0;
    for (int kills = 0; kills < 2; ++kills) {
        char* arguments[] = {const_cast<char*>(DOWNLOAD_CHILD), const_cast<char*>(address.c_str()),
                             const_cast<char*>(name.c_str()), const_cast<char*>(hash.c_str()), nullptr};
        pid_t child = 0;
        ASSERT_EQ(::posix_spawn(&child, DOWNLOAD_CHILD, nullptr, nullptr, arguments, environ), 0);
        const auto deadline = std::chrono::steady_clock::now() + 20s;
        while (sizeOf(part) < left + 100'000 && std::chrono::steady_clock::now() < deadline)
            std::this_thread::sleep_for(5ms);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the kill came too late";
        ASSERT_FALSE(fs::exists(target));
        left = sizeOf(part);
    }

    const auto done = test::runProcess(DOWNLOAD_CHILD, {address, name, hash});
    EXPECT_EQ(done.exitCode, 0) << done.err;
    EXPECT_EQ(test::contentOf(target), content);
    EXPECT_FALSE(fs::exists(part));
    const auto requests = server.requests();
    ASSERT_EQ(requests.size(), 3u);
    EXPECT_EQ(requests[0].status, 200);
    EXPECT_EQ(requests[1].status, 206);
    EXPECT_EQ(requests[2].range, "bytes=" + std::to_string(left) + "-");
    EXPECT_EQ(requests[2].status, 206);
}

} // namespace nakama
