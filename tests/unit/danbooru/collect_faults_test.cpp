#include "tests/unit/danbooru/danbooru_fixture.h"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>

namespace nakama
{

using namespace std::chrono_literals;
using test::booruPost;
using test::booruPosts;
using test::must;
using ::testing::HasSubstr;

namespace
{

class CollectFaultsTest : public test::DanbooruTest
{
protected:
    std::string reasonOf(std::int64_t post) const
    {
        for (const auto& failure : m_report.failed)
            if (failure.postId == post)
                return failure.reason;
        return {};
    }
};

nlohmann::json always(const std::string& fault)
{
    return {{{"fault", fault}, {"times", -1}}};
}

nlohmann::json once(const std::string& fault)
{
    return {{{"fault", fault}}};
}

} // namespace

TEST_F(CollectFaultsTest, AFaultThatPassesEndsInAVerifiedPicture)
{
    const std::vector<std::string> faults{"short", "stall", "slow", "empty", "wrong-md5", "html",
                                          "502",   "503",   "429",  "500",   "redirect",  "429-html"};
    nlohmann::json pictures;
    for (std::size_t i = 0; i < faults.size(); ++i)
        pictures[std::to_string(i + 1)] = once(faults[i]);
    start({{"posts", booruPosts(1, static_cast<int>(faults.size()), luffy)}, {"pictures", pictures}});
    const auto report = collect(paramsFor({{0, 100}}));
    EXPECT_EQ(report.classes[0].downloaded, static_cast<int>(faults.size()));
    for (const auto& failure : report.failed)
        ADD_FAILURE() << failure.url << ": " << failure.reason;
    for (const auto& image : this->pictures(0))
        EXPECT_EQ(must(m_catalogue->provenance(image.id))->post.bytes, image.bytes);
}

TEST_F(CollectFaultsTest, AFaultThatLastsEndsInAListedReason)
{
    const std::vector<std::pair<std::string, std::string>> faults{{"404", "gone"},
                                                                  {"403", "refuses"},
                                                                  {"410", "gone"},
                                                                  {"wrong-md5", "not the post's file"},
                                                                  {"empty", "empty file"},
                                                                  {"html", "web page"},
                                                                  {"text", "bytes came"},
                                                                  {"short", "ended early"},
                                                                  {"stall", "nothing came for"},
                                                                  {"503", "overloaded"}};
    nlohmann::json pictures;
    for (std::size_t i = 0; i < faults.size(); ++i)
        pictures[std::to_string(i + 1)] = always(faults[i].first);
    auto posts = booruPosts(1, static_cast<int>(faults.size()), luffy);
    posts.push_back(booruPost(50, luffy));
    start({{"posts", posts}, {"pictures", pictures}});
    auto params = paramsFor({{0, 100}});
    params.client.attempts = 2;
    params.client.silence = 300ms;
    const auto report = collect(params);
    EXPECT_EQ(report.classes[0].downloaded, 1);
    EXPECT_EQ(report.classes[0].failed, static_cast<int>(faults.size()));
    for (std::size_t i = 0; i < faults.size(); ++i)
        EXPECT_THAT(reasonOf(static_cast<std::int64_t>(i) + 1), HasSubstr(faults[i].second))
            << faults[i].first;

    // The lasting ones are left alone, those that may pass are tried again; on request all are.
    const auto before = m_booru->requests("pictures").size();
    collect(params);
    const auto again = m_booru->requests("pictures").size() - before;
    EXPECT_THAT(again, ::testing::AllOf(::testing::Ge(6u), ::testing::Le(8u)))
        << "three that may pass, twice each; Qt may have to open a connection anew";
    EXPECT_EQ(m_report.classes[0].failed, static_cast<int>(faults.size())) << "still listed";
    params.failed = FailedPosts::TryAgain;
    const auto middle = m_booru->requests("pictures").size();
    collect(params);
    EXPECT_GT(m_booru->requests("pictures").size(), middle + 10);
}

TEST_F(CollectFaultsTest, AProtectionPageEndsTheRunAtOnce)
{
    nlohmann::json pictures;
    for (int i = 1; i <= 40; ++i)
        pictures[std::to_string(i)] = always("challenge");
    start({{"posts", booruPosts(1, 40, luffy)}, {"pictures", pictures}});
    const auto outcome = run(paramsFor({{0, 100}}));
    EXPECT_EQ(outcome.state, JobState::Failed);
    EXPECT_THAT(outcome.error.message, HasSubstr("Cloudflare"));
    EXPECT_LE(m_booru->requests("pictures").size(), 8u) << "what was under way, and no more";
    EXPECT_EQ(m_report.classes[0].failed, 0) << "no picture is to blame";
}

TEST_F(CollectFaultsTest, AHostThatIsDownEndsTheRun)
{
    nlohmann::json pictures;
    for (int i = 1; i <= 40; ++i)
        pictures[std::to_string(i)] = always("503");
    start({{"posts", booruPosts(1, 40, luffy)}, {"pictures", pictures}});
    auto params = paramsFor({{0, 100}});
    params.client.attempts = 2;
    const auto outcome = run(params);
    EXPECT_EQ(outcome.state, JobState::Failed);
    EXPECT_THAT(outcome.error.message, HasSubstr("in a row"));
    EXPECT_LE(m_booru->requests("pictures").size(), 40u);
}

TEST_F(CollectFaultsTest, ALostNetworkIsToldAndTheRunGoesOnLater)
{
    start({{"posts", booruPosts(1, 30, luffy)}});
    CollectObserver observer;
    observer.pictureCollected = [&](const CollectedPicture&) { m_booru->stop(); };
    auto params = paramsFor({{0, 30}});
    params.client.attempts = 2;
    const auto outcome = run(params, observer);
    EXPECT_EQ(outcome.state, JobState::Failed);
    EXPECT_THAT(outcome.error.message, HasSubstr("check the network"));
    EXPECT_GE(m_report.classes[0].downloaded, 1);
    EXPECT_EQ(static_cast<int>(pictures(0).size()), m_report.classes[0].downloaded);
}

TEST_F(CollectFaultsTest, AFullDiskIsToldAndLeavesNothingHalfWritten)
{
    start({{"posts", booruPosts(1, 3, luffy)}});
    must(m_catalogue->classes());
    auto params = paramsFor({{0, 1}});
    collect(params);
    // A limit on the size of files stands in for the disk: pictures of 500 kB do not fit.
    nlohmann::json large = booruPosts(100, 2, zoro);
    for (auto& post : large)
        post["width"] = post["height"] = 1600;
    start({{"posts", large}});
    params = paramsFor({{1, 2}});
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto catalogueBytes = std::filesystem::file_size(m_workspace->folder() / "catalogue.sqlite");
    const rlimit small{std::max<rlim_t>(400'000, 2 * catalogueBytes), before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto outcome = run(params);
    ::setrlimit(RLIMIT_FSIZE, &before);
    EXPECT_EQ(outcome.state, JobState::Failed);
    EXPECT_THAT(outcome.error.message, HasSubstr("store the picture"));
    EXPECT_TRUE(pictures(1).empty());
    EXPECT_EQ(collect(params).classes[0].downloaded, 2) << "with space again, it goes on";
}

} // namespace nakama
