#include "core/danbooru/client.h"
#include "tests/unit/danbooru/danbooru_fixture.h"

#include <QDateTime>

#include <gmock/gmock.h>

#include <chrono>
#include <thread>

namespace nakama
{

using namespace std::chrono_literals;
using test::booruPost;
using test::booruPosts;
using test::must;
using test::StandInBooru;
using ::testing::HasSubstr;
using ::testing::Not;

namespace
{

nlohmann::json scenario(const nlohmann::json& more = nlohmann::json::object())
{
    nlohmann::json result{
        {"posts", booruPosts(1, 30, "monkey_d._luffy")},
        {"aliases", {{"monkey_d_luffy", "monkey_d._luffy"}}},
        {"accounts",
         {{{"login", "anna"}, {"key", "s3cret"}, {"id", 77}},
          {{"login", "gold"}, {"key", "g0ld"}, {"id", 5}, {"level", 30}},
          {{"login", "narrow"}, {"key", "n"}, {"id", 6}, {"permissions", {"posts:index"}}}}}};
    result.update(more);
    return result;
}

/** The error of asking for posts from a server that answers with this fault for ever. */
Error errorAfter(const std::string& fault, int attempts = 2)
{
    const StandInBooru booru(scenario({{"api", {{"/posts.json", {{{"fault", fault}, {"times", -1}}}}}}}));
    auto params = test::quickClient(booru);
    params.attempts = attempts;
    DanbooruClient client(params);
    JobContext context;
    const auto result = client.posts("monkey_d._luffy", {}, context);
    EXPECT_FALSE(result) << fault;
    return result ? Error{} : result.error();
}

} // namespace

TEST(DanbooruClient, ListsPostsByFallingIdAndPages)
{
    const StandInBooru booru(scenario());
    DanbooruClient client(test::quickClient(booru));
    JobContext context;
    using From = PostPage::From;
    const auto newest = must(client.posts("monkey_d._luffy", {From::Newest, 0, 10}, context));
    ASSERT_EQ(newest.posts.size(), 10u);
    EXPECT_EQ(newest.posts.front().id, 30);
    EXPECT_FALSE(newest.isLast);
    const auto& post = newest.posts.front();
    EXPECT_EQ(post.md5.size(), 32u);
    EXPECT_EQ(post.tags, "1boy an_artist monkey_d._luffy");
    EXPECT_EQ(post.artists, "an_artist");
    EXPECT_EQ(post.characterCount, 1);
    EXPECT_THAT(post.smallUrl, HasSubstr("/720x720/"));
    EXPECT_EQ(post.sampleUrl, post.originalUrl) << "there is no sample of a small picture";
    const auto older = must(client.posts("monkey_d._luffy", {From::Before, 21, 200}, context));
    EXPECT_EQ(older.posts.front().id, 20);
    EXPECT_TRUE(older.isLast);
    const auto newer = must(client.posts("monkey_d._luffy", {From::After, 5, 3}, context));
    EXPECT_EQ(newer.posts.back().id, 6);
    EXPECT_TRUE(must(client.posts("no_such_tag", {}, context)).posts.empty());
    EXPECT_EQ(must(client.posts("monkey_d_luffy", {From::Newest, 0, 5}, context)).posts.size(), 5u)
        << "an alias";
}

TEST(DanbooruClient, CountsTagsAndCompletes)
{
    const StandInBooru booru(scenario());
    DanbooruClient client(test::quickClient(booru));
    JobContext context;
    EXPECT_EQ(must(client.count("monkey_d._luffy", context)), 30);
    const auto tags = must(client.tags({"monkey_d._luffy", "nobody", "1boy"}, context));
    ASSERT_EQ(tags.size(), 2u) << "one call for many names, and only those that exist";
    EXPECT_EQ(tags[1].postCount, 30);
    const auto suggested = must(client.autocomplete("monkey", context));
    ASSERT_EQ(suggested.size(), 1u);
    EXPECT_EQ(suggested[0].name, "monkey_d._luffy");
    EXPECT_EQ(must(client.autocomplete("monkey_d_luffy", context))[0].antecedent, "monkey_d_luffy");
    EXPECT_FALSE(must(client.profile(context)).id);
    EXPECT_EQ(booru.requests().size(), 5u);
}

TEST(DanbooruClient, ACountThatTheServerGaveUpIsNone)
{
    const StandInBooru booru(scenario({{"api", {{"/counts/posts.json", {{{"fault", "count-null"}}}}}}}));
    DanbooruClient client(test::quickClient(booru));
    JobContext context;
    EXPECT_EQ(must(client.count("monkey_d._luffy", context)), std::nullopt);
    EXPECT_EQ(must(client.count("monkey_d._luffy", context)), 30);
}

TEST(DanbooruClient, SaysWhoItIsAndTakesPackedAnswers)
{
    const StandInBooru booru(scenario());
    JobContext context;
    DanbooruClient anonymous(test::quickClient(booru));
    must(anonymous.posts("monkey_d._luffy", {}, context));
    auto params = test::quickClient(booru);
    params.credentials = {"anna", "s3cret"};
    DanbooruClient known(params);
    must(known.posts("monkey_d._luffy", {}, context));
    must(known.posts("monkey_d._luffy", {}, context));

    const auto requests = booru.requests();
    ASSERT_EQ(requests.size(), 4u);
    EXPECT_THAT(requests[0].userAgent, ::testing::MatchesRegex("Nakama/[0-9.]+"));
    EXPECT_EQ(requests[0].authorization, "");
    EXPECT_EQ(requests[1].path, "/profile.json") << "asked once, for the account's number";
    EXPECT_THAT(requests[2].userAgent, ::testing::MatchesRegex("Nakama/[0-9.]+ user #77"));
    EXPECT_THAT(requests[2].authorization, ::testing::StartsWith("Basic "));
    for (const auto& request : requests) {
        EXPECT_THAT(request.acceptEncoding, HasSubstr("gzip"));
        EXPECT_THAT(request.target, Not(HasSubstr("s3cret")));
        EXPECT_THAT(request.target, Not(HasSubstr("anna")));
    }
    EXPECT_EQ(requests[1].connection, requests[3].connection) << "the connection stays open";
}

TEST(DanbooruClient, ARedirectToAnotherOriginGetsNoCredentials)
{
    const StandInBooru booru(scenario({{"api", {{"/posts.json", {{{"fault", "redirect"}}}}}}}));
    auto params = test::quickClient(booru);
    params.credentials = {"anna", "s3cret"};
    JobContext context;
    EXPECT_FALSE(DanbooruClient(params).posts("monkey_d._luffy", {}, context));
    const auto elsewhere = booru.requests("pictures");
    ASSERT_EQ(elsewhere.size(), 1u);
    EXPECT_EQ(elsewhere[0].path, "/elsewhere.json");
    EXPECT_EQ(elsewhere[0].authorization, "");
}

TEST(DanbooruClient, KeepsThePace)
{
    const StandInBooru booru(scenario());
    auto params = test::quickClient(booru);
    params.requestsPerSecond = 5;
    DanbooruClient client(params);
    JobContext context;
    // On this side's clock: how long a request is under way differs from one to the next.
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 4; ++i)
        must(client.count("monkey_d._luffy", context));
    EXPECT_GE(std::chrono::steady_clock::now() - start, 3 * 200ms);
    EXPECT_EQ(booru.requests().size(), 4u);
}

TEST(DanbooruClient, ClientsThatShareAPaceKeepItTogether)
{
    const StandInBooru booru(scenario());
    auto params = test::quickClient(booru);
    params.pace = std::make_shared<Pace>(200ms);
    DanbooruClient one(params), other(params);
    JobContext context;
    const auto start = std::chrono::steady_clock::now();
    must(one.count("monkey_d._luffy", context));
    must(other.count("monkey_d._luffy", context));
    EXPECT_GE(std::chrono::steady_clock::now() - start, 200ms);
}

TEST(DanbooruClient, RefusalsSayWhatToDo)
{
    EXPECT_THAT(errorAfter("401").message, HasSubstr("not the password"));
    EXPECT_THAT(errorAfter("403").message, HasSubstr("posts:index"));
    EXPECT_THAT(errorAfter("404").message, HasSubstr("check the server's address"));
    EXPECT_THAT(errorAfter("410").message, HasSubstr("narrow the search"));
    EXPECT_THAT(errorAfter("422").message, HasSubstr("two tags at most"));
    EXPECT_THAT(errorAfter("429").message, HasSubstr("too many requests"));
    EXPECT_THAT(errorAfter("500").message, HasSubstr("Something broke"));
    EXPECT_THAT(errorAfter("query-canceled").message, HasSubstr("database needed too long"));
    EXPECT_THAT(errorAfter("503").message, HasSubstr("status 503"));
    EXPECT_THAT(errorAfter("challenge").message, HasSubstr("Cloudflare"));
    EXPECT_THAT(errorAfter("html").message, HasSubstr("web page"));
    EXPECT_EQ(errorAfter("html").code, ErrorCode::CorruptData);
    EXPECT_THAT(errorAfter("truncated").message, HasSubstr("breaks off"));
    EXPECT_THAT(errorAfter("wrong-shape").message, HasSubstr("object, not a list"));
    EXPECT_THAT(errorAfter("wrong-field").message, HasSubstr("[0].id is string, not an integer"));
    EXPECT_THAT(errorAfter("short").message, HasSubstr("breaks off"));
}

TEST(DanbooruClient, OnlyWhatMayPassIsTriedAgain)
{
    const auto requestsAfter = [](const std::string& fault) {
        const StandInBooru booru(scenario({{"api", {{"/posts.json", {{{"fault", fault}, {"times", 2}}}}}}}));
        DanbooruClient client(test::quickClient(booru));
        JobContext context;
        const bool came = client.posts("monkey_d._luffy", {}, context).has_value();
        return std::pair(came, booru.requests().size());
    };
    for (const auto* passing : {"429", "429-html", "500", "502", "503", "truncated", "html"})
        EXPECT_EQ(requestsAfter(passing), std::pair(true, std::size_t{3})) << passing;
    for (const auto* lasting : {"401", "403", "404", "410", "422", "challenge", "wrong-shape"})
        EXPECT_EQ(requestsAfter(lasting), std::pair(false, std::size_t{1})) << lasting;
}

TEST(DanbooruClient, RetryAfterIsHonouredInSecondsAndAsADate)
{
    const auto inTwoSeconds = QDateTime::currentDateTimeUtc()
                                  .addSecs(4)
                                  .toString(QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                                  .toStdString();
    for (const auto& retryAfter : {std::string("1"), inTwoSeconds}) {
        const StandInBooru booru(
            scenario({{"api", {{"/posts.json", {{{"fault", "429-html"}, {"retryAfter", retryAfter}}}}}}}));
        auto params = test::quickClient(booru);
        params.longestPause = 10'000ms;
        DanbooruClient client(params);
        JobContext context;
        must(client.posts("monkey_d._luffy", {}, context));
        const auto requests = booru.requests();
        ASSERT_EQ(requests.size(), 2u);
        EXPECT_GE(requests[1].milliseconds - requests[0].milliseconds, 995) << retryAfter;
    }
    const StandInBooru booru(
        scenario({{"api", {{"/posts.json", {{{"fault", "429"}, {"retryAfter", "3600"}}}}}}}));
    DanbooruClient client(test::quickClient(booru));
    JobContext context;
    const auto refused = client.posts("monkey_d._luffy", {}, context);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("60 minutes"));
    EXPECT_EQ(booru.requests().size(), 1u);
}

TEST(DanbooruClient, ASlowDatabaseIsAskedForLess)
{
    const StandInBooru booru(
        scenario({{"api", {{"/posts.json", {{{"fault", "query-canceled"}, {"times", 2}}}}}}}));
    DanbooruClient client(test::quickClient(booru));
    JobContext context;
    const auto list = must(client.posts("monkey_d._luffy", {}, context));
    EXPECT_EQ(list.posts.size(), 30u);
    EXPECT_TRUE(list.isLast) << "50 were asked for, 30 came";
    EXPECT_THAT(booru.requests()[2].target, HasSubstr("limit=50"));
}

TEST(DanbooruClient, KeysAreTestedAndLimitedOnesWork)
{
    const StandInBooru booru(scenario());
    JobContext context;
    auto params = test::quickClient(booru);
    params.credentials = {"gold", "g0ld"};
    const auto account = must(DanbooruClient(params).profile(context));
    EXPECT_EQ(account.id, 5);
    EXPECT_EQ(account.levelName, "Gold");
    EXPECT_EQ(account.tagLimit, 6);

    params.credentials = {"narrow", "n"};
    DanbooruClient narrow(params);
    EXPECT_FALSE(narrow.profile(context));
    EXPECT_EQ(must(narrow.posts("monkey_d._luffy", {}, context)).posts.size(), 30u);

    params.credentials = {"anna", "wrong-key"};
    const auto refused = DanbooruClient(params).posts("monkey_d._luffy", {}, context);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().text(), Not(HasSubstr("wrong-key")));
}

TEST(DanbooruClient, ParametersAreChecked)
{
    ClientParams params;
    EXPECT_TRUE(checkClientParams(params));
    params.requestsPerSecond = 11;
    EXPECT_EQ(checkClientParams(params).error().code, ErrorCode::InvalidArgument);
    params = {};
    params.parallelPictures = 9;
    EXPECT_FALSE(checkClientParams(params));
    for (const auto* server :
         {"danbooru", "ftp://a", "https://a?b", "https://login:key@danbooru.donmai.us"}) {
        params = {};
        params.server = server;
        EXPECT_FALSE(checkClientParams(params)) << server;
    }
    params = {};
    params.server = "http://danbooru.example";
    EXPECT_TRUE(checkClientParams(params));
    params.credentials = {"anna", "s3cret"};
    EXPECT_THAT(checkClientParams(params).error().message, HasSubstr("https only"));
}

TEST(DanbooruClient, WithoutAServerItSaysSoAtOnceAndCanBeCancelled)
{
    StandInBooru booru(scenario());
    auto params = test::quickClient(booru);
    booru.stop();
    JobContext context;
    const auto start = std::chrono::steady_clock::now();
    params.firstPause = 60'000ms;
    const auto result = DanbooruClient(params).count("x", context);
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().message, HasSubstr("no connection"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);

    const StandInBooru stalling(
        scenario({{"api", {{"/posts.json", {{{"fault", "stall"}, {"times", -1}}}}}}}));
    auto patient = test::quickClient(stalling);
    patient.silence = 30'000ms;
    CancelToken token;
    JobContext cancelled(token);
    std::thread canceller([&] {
        std::this_thread::sleep_for(300ms);
        token.request();
    });
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(DanbooruClient(patient).posts("monkey_d._luffy", {}, cancelled).error().code,
              ErrorCode::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - before, 2s);
    canceller.join();
}

} // namespace nakama
