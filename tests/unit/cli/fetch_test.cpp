#include "core/base/hash.h"
#include "tests/support/stand_in_server.h"
#include "tests/unit/cli/cli_run.h"
#include "tests/unit/download/material.h"

#include <gmock/gmock.h>

#include <csignal>
#include <fstream>

namespace nakama
{

using test::cliJson;
using ::testing::HasSubstr;

namespace
{

/** `models fetch` and what comes of it, with a cache of its own and a stand-in for the makers' servers. */
class Fetch : public ::testing::Test
{
protected:
    static constexpr auto squeezenet = "/models/squeezenet1_1-b8a52dc0.pth";

    test::CliResult fetch(const test::StandInServer& server, const test::ProcessWatcher& watcher = {})
    {
        return cliJson({"models", "fetch", "squeezenet1_1", "--cache", m_cache.path().string(), "--mirror",
                        server.address()},
                       watcher);
    }

    test::TemporaryFolder m_cache;
};

} // namespace

TEST_F(Fetch, UnknownModelsAndMirrorsAreUsageErrors)
{
    const auto model = cliJson({"models", "fetch", "vgg"});
    EXPECT_EQ(model.exitCode, 2);
    EXPECT_THAT(model.err, HasSubstr("efficientnet_v2_s")) << "the message lists what there is";
    EXPECT_EQ(cliJson({"models", "fetch", "resnet18", "--mirror", "mirror.lan"}).exitCode, 2);
}

TEST_F(Fetch, AFileOfAnotherSizeIsRefused)
{
    test::StandInServer server;
    server.put(squeezenet, "too short");
    const auto result = fetch(server);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(result.json["error"]["code"], "corrupt-data");
    EXPECT_THAT(result.err, HasSubstr("the published file has 4958839"));
}

TEST_F(Fetch, AFileOfAnotherContentIsRefusedWithBothHashes)
{
    test::StandInServer server;
    const std::string wrong(4'958'839, 'x');
    server.put(squeezenet, wrong);
    const auto result = fetch(server);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.err, HasSubstr(sha256(wrong)));
    EXPECT_THAT(result.err, HasSubstr("b8a52dc049b60e4b"));
    EXPECT_TRUE(std::filesystem::is_empty(m_cache / "weights"));
}

TEST_F(Fetch, InterruptedItKeepsWhatCameAndGoesOn)
{
    test::StandInServer server(R"({"/models/squeezenet1_1-b8a52dc0.pth": [{"bytesPerSecond": 1000000}]})");
    server.put(squeezenet, std::string(4'958'839, 'x'));
    const auto part = m_cache / "weights" / "squeezenet1_1-b8a52dc0.pth.part";
    bool sent = false;
    const auto interrupted = fetch(server, [&](pid_t process, const std::string& err) {
        if (!sent && err.find("downloading") != std::string::npos)
            sent = ::kill(process, SIGINT) == 0;
    });
    EXPECT_EQ(interrupted.exitCode, 130) << interrupted.err;
    EXPECT_EQ(interrupted.json["cancelled"], true);
    EXPECT_TRUE(std::filesystem::exists(part));
}

TEST_F(Fetch, AFolderIsFetchedOnceAndSaysItsHash)
{
    test::StandInServer server;
    const std::string folder = "/microsoft/beit-base-patch16-224-pt22k-ft22k/resolve/main/";
    server.put(folder + "config.json", "{}");
    server.put(folder + "preprocessor_config.json", "{}");
    server.put(folder + "pytorch_model.bin", test::tinyBeit());
    for (int times = 0; times < 2; ++times) {
        const auto result = cliJson({"models", "fetch", "beit_base_patch16_224", "--cache",
                                     m_cache.path().string(), "--mirror", server.address()});
        ASSERT_EQ(result.exitCode, 0) << result.err;
        EXPECT_EQ(result.json["path"], (m_cache / "weights/beit-base-patch16-224-pt22k-ft22k").string());
        EXPECT_EQ(result.json["sha256"], sha256(test::tinyBeit()));
    }
    EXPECT_EQ(server.requests().size(), 3u);
}

TEST_F(Fetch, WithoutANetworkTheWayByHandIsSaid)
{
    test::StandInServer server;
    server.stop();
    const auto result = fetch(server);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.err, HasSubstr("https://download.pytorch.org/models/squeezenet1_1-b8a52dc0.pth"));
    EXPECT_THAT(result.err, HasSubstr((m_cache / "weights" / "squeezenet1_1-b8a52dc0.pth").string()));
}

TEST_F(Fetch, ListSaysWhatIsHere)
{
    const auto entry = [&] {
        const auto list = cliJson({"models", "list", "--cache", m_cache.path().string()});
        EXPECT_EQ(list.exitCode, 0) << list.err;
        for (const auto& model : list.json["models"])
            if (model["model"] == "squeezenet1_1")
                return model["weights"];
        return nlohmann::json();
    };
    const auto missing = entry();
    EXPECT_EQ(missing["present"], false);
    EXPECT_EQ(missing["bytes"], 4'958'839);
    EXPECT_EQ(missing["licence"], "BSD-3-Clause");
    std::filesystem::create_directories(m_cache / "weights");
    std::ofstream(missing["path"].get<std::string>()) << std::string(4'958'839, 'x');
    EXPECT_EQ(entry()["present"], true);
}

TEST_F(Fetch, TrainingFromPublishedWeightsThatAreNotHereSaysHowToGetThem)
{
    const auto workspace = (m_cache / "w").string();
    ASSERT_EQ(cliJson({"workspace", "create", workspace, "--classes", "A,B"}).exitCode, 0);
    ::setenv("NAKAMA_CACHE", m_cache.path().c_str(), 1);
    const auto result = cliJson({"train", workspace, "--model", "resnet50", "--weights", "published"});
    ::unsetenv("NAKAMA_CACHE");
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(result.json["error"]["code"], "not-ready");
    EXPECT_THAT(result.err, HasSubstr("models fetch resnet50"));
    EXPECT_EQ(cliJson({"train", workspace, "--weights", "missing.pth"}).exitCode, 2);
}

} // namespace nakama
