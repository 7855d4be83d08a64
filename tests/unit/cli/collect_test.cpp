#include "core/base/atomic_file.h"
#include "core/base/csv.h"
#include "tests/support/booru/stand_in_booru.h"
#include "tests/unit/cli/cli_run.h"

#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace nakama
{

using test::booruPost;
using test::cliJson;
using ::testing::HasSubstr;
using ::testing::Not;

namespace
{

nlohmann::json crew(int count = 6)
{
    auto posts = nlohmann::json::array();
    for (int i = 0; i < count; ++i) {
        posts.push_back(
            booruPost(100 + i, "monkey_d._luffy", {{"artists", "a|b"}, {"source", "https://x.test/1"}}));
        posts.push_back(booruPost(100'000 + i, "roronoa_zoro"));
    }
    return {{"posts", posts}, {"accounts", {{{"login", "anna"}, {"key", "s3cret"}, {"id", 77}}}}};
}

class Collect : public ::testing::Test
{
protected:
    Collect() { create({"--preset", "one-piece"}); }

    void create(std::vector<std::string> classes)
    {
        std::filesystem::remove_all(m_workspace);
        classes.insert(classes.begin(), {"workspace", "create", m_workspace});
        const auto created = test::cli(classes);
        EXPECT_EQ(created.exitCode, 0) << created.err;
    }

    test::CliResult collect(const test::StandInBooru& booru, std::vector<std::string> more,
                            const test::ProcessWatcher& watcher = {})
    {
        std::vector<std::string> arguments{
            "collect", m_workspace, "--server", booru.address(), "--max-requests-per-second", "100"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return cliJson(arguments, watcher);
    }

    test::TemporaryFolder m_folder;
    std::string m_workspace = (m_folder / "w").string();
};

} // namespace

TEST_F(Collect, FillsTheContractAndARerunAddsNothing)
{
    const test::StandInBooru booru(crew());
    const auto first = collect(booru, {"--class", "Luffy", "--class", "Zoro", "--limit", "4"});
    ASSERT_EQ(first.exitCode, 0) << first.err;
    for (const auto* name : {"Luffy", "Zoro"}) {
        const auto& figures = first.json["per_class"][name];
        EXPECT_EQ(figures["found"], 6);
        EXPECT_EQ(figures["downloaded"], 4);
        EXPECT_EQ(figures["already_there"], 0);
        EXPECT_EQ(figures["unavailable"], 0);
        EXPECT_EQ(figures["rejected"], 0);
    }
    EXPECT_TRUE(first.json["failed"].empty());
    const auto requests = booru.requests().size();
    const auto second = collect(booru, {"--class", "Luffy", "--class", "Zoro", "--limit", "4"});
    EXPECT_EQ(second.json["per_class"]["Zoro"]["downloaded"], 0);
    EXPECT_EQ(second.json["per_class"]["Zoro"]["already_there"], 4);
    EXPECT_EQ(booru.requests().size(), requests);
    EXPECT_EQ(cliJson({"workspace", "info", m_workspace}).json["per_source"]["danbooru"], 8);
}

TEST_F(Collect, ADryRunFetchesNothing)
{
    const test::StandInBooru booru(crew());
    const auto told = collect(booru, {"--class", "Luffy", "--limit", "4", "--dry-run"});
    ASSERT_EQ(told.exitCode, 0) << told.err;
    EXPECT_EQ(told.json["per_class"]["Luffy"]["would_download"], 4);
    EXPECT_EQ(told.json["per_class"]["Luffy"]["on_server"], 6);
    EXPECT_GT(told.json["per_class"]["Luffy"]["estimated_bytes"], 1000);
    EXPECT_TRUE(booru.requests("pictures").empty());
    EXPECT_EQ(cliJson({"workspace", "info", m_workspace}).json["images"], 0);
}

TEST_F(Collect, AllClassesOfThePresetAreAskedByTheirTags)
{
    const test::StandInBooru booru(crew(1));
    const auto all = collect(booru, {"--limit", "1"});
    ASSERT_EQ(all.exitCode, 0) << all.err;
    EXPECT_EQ(all.json["per_class"].size(), 18u);
    EXPECT_THAT(all.json["per_class"]["Jinbei"]["problem"].get<std::string>(),
                HasSubstr("jinbe_(one_piece)"));
    EXPECT_EQ(all.json["per_class"]["Zoro"]["downloaded"], 1);
}

TEST_F(Collect, TheKeyComesFromTheEnvironmentOrAPrivateFileOnly)
{
    const test::StandInBooru booru(crew());
    const std::vector<std::string> base{"--class", "Luffy", "--login", "anna"};
    const auto with = [&](std::vector<std::string> more) {
        auto arguments = base;
        arguments.insert(arguments.end(), more.begin(), more.end());
        return collect(booru, arguments);
    };
    const auto none = with({});
    EXPECT_EQ(none.exitCode, 2);
    EXPECT_THAT(none.err, HasSubstr("NAKAMA_DANBOORU_KEY"));

    const auto file = m_folder / "key";
    std::ofstream(file) << "s3cret\n";
    namespace fs = std::filesystem;
    fs::permissions(file, fs::perms::owner_read | fs::perms::group_read);
    const auto open = with({"--key-file", file.string()});
    EXPECT_EQ(open.exitCode, 2);
    EXPECT_THAT(open.err, HasSubstr("chmod 600"));
    EXPECT_TRUE(booru.requests().empty());

    fs::permissions(file, fs::perms::owner_read);
    EXPECT_EQ(with({"--key-file", file.string(), "--limit", "1"}).exitCode, 0);
    EXPECT_THAT(booru.requests().back().userAgent, HasSubstr("user #77"));

    ::setenv("NAKAMA_DANBOORU_KEY", "wr0ng", 1);
    const auto wrong = with({"--limit", "3"});
    ::unsetenv("NAKAMA_DANBOORU_KEY");
    EXPECT_EQ(wrong.exitCode, 1);
    EXPECT_THAT(wrong.err, HasSubstr("not the password"));
    EXPECT_THAT(wrong.err + wrong.out, Not(HasSubstr("wr0ng")));
}

TEST_F(Collect, TagsOfOtherClassesAreSetAndKept)
{
    create({"--classes", "Hero,Swordsman"});
    const test::StandInBooru booru(crew());
    const auto without = collect(booru, {});
    EXPECT_EQ(without.exitCode, 1);
    EXPECT_THAT(without.err, HasSubstr("no class has a tag"));
    const auto with = collect(booru, {"--tag", "Hero=monkey_d._luffy", "--limit", "2"});
    ASSERT_EQ(with.exitCode, 0) << with.err;
    EXPECT_EQ(with.json["per_class"]["Hero"]["downloaded"], 2);
    EXPECT_EQ(collect(booru, {"--limit", "3"}).json["per_class"]["Hero"]["downloaded"], 1);
    EXPECT_EQ(collect(booru, {"--class", "Villain"}).exitCode, 2);
    EXPECT_EQ(collect(booru, {"--rating", "x"}).exitCode, 2);
    EXPECT_EQ(collect(booru, {"--parallel", "20"}).exitCode, 2);
}

TEST_F(Collect, InterruptedItTellsWhatItHasAndGoesOn)
{
    auto scenario = crew(12);
    for (int i = 0; i < 12; ++i)
        scenario["pictures"][std::to_string(100 + i)] = {{{"fault", "slow"}}};
    const test::StandInBooru booru(scenario);
    bool sent = false;
    const auto interrupted =
        collect(booru, {"--class", "Luffy", "--limit", "12"}, [&](pid_t process, const std::string& err) {
            if (sent || err.find("collecting") == std::string::npos)
                return;
            for (int i = 0; i < 500 && booru.requests("pictures").empty(); ++i)
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            sent = ::kill(process, SIGINT) == 0;
        });
    EXPECT_EQ(interrupted.exitCode, 130) << interrupted.err;
    EXPECT_EQ(interrupted.json["cancelled"], true);
    const int kept = interrupted.json["per_class"]["Luffy"]["downloaded"];
    EXPECT_LT(kept, 12);
    const auto rest = collect(booru, {"--class", "Luffy", "--limit", "12"});
    EXPECT_EQ(rest.json["per_class"]["Luffy"]["downloaded"], 12 - kept);
    EXPECT_EQ(booru.requests("api").size(), 1u);
}

TEST_F(Collect, ExportsSayWhoDrewThePictures)
{
    const test::StandInBooru booru(crew());
    ASSERT_EQ(collect(booru, {"--class", "Luffy", "--limit", "2"}).exitCode, 0);
    const auto folder = (m_folder / "out").string(), csv = (m_folder / "all.csv").string();
    const auto toFolder = cliJson({"export", m_workspace, folder, "--format", "imagefolder"});
    ASSERT_EQ(toFolder.exitCode, 0) << toFolder.err;
    EXPECT_EQ(toFolder.json["written"], 2);
    const auto said = *readTextFile(folder + "/ATTRIBUTION.md");
    EXPECT_THAT(said, HasSubstr(booru.address() + "/posts/105"));
    EXPECT_THAT(said, HasSubstr("a\\|b")) << "what others wrote stays in its cell";

    ASSERT_EQ(cliJson({"export", m_workspace, csv, "--format", "csv"}).exitCode, 0);
    const auto rows = parseCsv(*readTextFile(csv));
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].fields.size(), rows[1].fields.size());
    EXPECT_EQ(rows[0].fields[8], "page");
    const auto first = booru.address() + "/posts/104", second = booru.address() + "/posts/105";
    EXPECT_THAT((std::vector{rows[1].fields[8], rows[2].fields[8]}),
                ::testing::UnorderedElementsAre(first, second));
    EXPECT_EQ(rows[1].fields[10], "https://x.test/1");
    EXPECT_THAT(*readTextFile((m_folder / "all.attribution.md")), HasSubstr("/posts/104"));
    EXPECT_EQ(cliJson({"export", m_workspace, csv, "--format", "csv"}).exitCode, 1)
        << "nothing is overwritten";
    EXPECT_EQ(cliJson({"export", m_workspace, folder, "--format", "tar"}).exitCode, 2);

    const auto coco = (m_folder / "coco").string();
    ASSERT_EQ(cliJson({"export", m_workspace, coco, "--format", "coco"}).exitCode, 0);
    const auto json = nlohmann::json::parse(*readTextFile(coco + "/annotations/unsplit.json"));
    EXPECT_EQ(json["categories"].size(), 18u);
    ASSERT_EQ(json["images"].size(), 2u);
    EXPECT_TRUE(std::filesystem::exists(coco + "/" + json["images"][0]["file_name"].get<std::string>()));
    EXPECT_EQ(json["annotations"][0]["category_id"], 10) << "Luffy is the tenth";
}

} // namespace nakama
