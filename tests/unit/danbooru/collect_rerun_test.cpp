#include "core/workspace/detail/database.h"
#include "tests/unit/danbooru/danbooru_fixture.h"

#include <gmock/gmock.h>

#include <set>

namespace nakama
{

using test::booruPost;
using test::booruPosts;
using test::must;
using ::testing::HasSubstr;

namespace
{

class CollectRerunTest : public test::DanbooruTest
{
protected:
    /** No picture and no page is asked for twice. */
    void expectNoRepeat() const
    {
        std::set<std::string> asked;
        for (const auto& request : m_booru->requests())
            EXPECT_TRUE(asked.insert(request.origin + request.target).second) << request.target;
    }
};

} // namespace

TEST_F(CollectRerunTest, ARerunAsksOnlyForWhatIsNew)
{
    auto posts = booruPosts(1, 450, luffy);
    for (int i = 0; i < 450; ++i)
        posts[static_cast<std::size_t>(i)]["kind"] =
            i % 90 == 0 ? "visible" : "banned";                     // 5 pictures on 3 pages
    posts.push_back(booruPost(1000, luffy, {{"arrivesAfter", 1}})); // between the first page and the second
    posts.push_back(booruPost(1001, luffy, {{"arrivesAfter", 4}}));
    start({{"posts", posts}});
    const auto first = collect(paramsFor({{0, 100}}));
    EXPECT_EQ(first.classes[0].downloaded, 5);
    EXPECT_EQ(first.classes[0].unavailable, 445);
    EXPECT_EQ(m_booru->requests("api").size(), 3u) << "the short third page is the last";

    const auto second = collect(paramsFor({{0, 100}}));
    EXPECT_EQ(second.classes[0].downloaded, 1);
    EXPECT_EQ(second.classes[0].alreadyThere, 5);
    EXPECT_THAT(m_booru->requests("api").back().target, HasSubstr("page=a450"));
    EXPECT_EQ(m_booru->requests("api").size(), 4u);

    EXPECT_EQ(collect(paramsFor({{0, 100}})).classes[0].downloaded, 1);
    EXPECT_THAT(m_booru->requests("api").back().target, HasSubstr("page=a1000"));
    EXPECT_EQ(m_booru->requests("api").size(), 5u);
    expectNoRepeat();
}

TEST_F(CollectRerunTest, EnoughIsEnough)
{
    start({{"posts", booruPosts(1, 30, luffy)}});
    EXPECT_EQ(collect(paramsFor({{0, 5}})).classes[0].downloaded, 5);
    const auto before = m_booru->requests().size();
    const auto again = collect(paramsFor({{0, 5}}));
    EXPECT_EQ(again.classes[0].downloaded, 0);
    EXPECT_EQ(again.classes[0].alreadyThere, 5);
    EXPECT_EQ(m_booru->requests().size(), before) << "nothing is asked at all";
    EXPECT_EQ(collect(paramsFor({{0, 12}})).classes[0].downloaded, 7);
    EXPECT_EQ(m_booru->requests("pictures").size(), 12u);
    expectNoRepeat();
}

TEST_F(CollectRerunTest, ACancelledRunGoesOn)
{
    start({{"posts", booruPosts(1, 60, luffy)}});
    CancelToken token;
    CollectObserver observer;
    int seen = 0;
    observer.pictureCollected = [&](const CollectedPicture&) {
        if (++seen == 7)
            token.request();
    };
    EXPECT_EQ(run(paramsFor({{0, 50}}), observer, token).state, JobState::Cancelled);
    const int kept = m_report.classes[0].downloaded;
    EXPECT_GE(kept, 7);
    EXPECT_LT(kept, 50);
    EXPECT_EQ(static_cast<int>(pictures(0).size()), kept);
    EXPECT_EQ(collect(paramsFor({{0, 50}})).classes[0].downloaded, 50 - kept);
    EXPECT_EQ(m_booru->requests("api").size(), 1u) << "the page was answered, and is not asked for again";
}

TEST_F(CollectRerunTest, RejectedPicturesDoNotComeBack)
{
    auto posts = booruPosts(1, 10, luffy);
    posts.push_back(booruPost(500, zoro, {{"copyOf", 10}})); // the same picture as another post
    start({{"posts", posts}});
    collect(paramsFor({{0, 3}}));
    const auto unwanted = pictures(0).at(0);
    const auto post = must(m_catalogue->provenance(unwanted.id))->post.id;
    must(m_catalogue->rejectImage(unwanted.id));
    must(m_catalogue->rejectImage(unwanted.id));
    const auto next = collect(paramsFor({{0, 3}}));
    EXPECT_EQ(next.classes[0].rejected, 1);
    EXPECT_EQ(next.classes[0].downloaded, 1) << "another one in its place";
    must(m_catalogue->readmitImage(unwanted.id));
    EXPECT_EQ(collect(paramsFor({{0, 3}})).classes[0].alreadyThere, 4);

    must(m_catalogue->rejectPost(m_booru->address(), 1));
    EXPECT_FALSE(m_catalogue->rejectPost(m_booru->address(), 99));
    const auto rest = collect(paramsFor({{0, 100}}));
    EXPECT_EQ(rest.classes[0].have(), 9);
    for (const auto& request : m_booru->requests("pictures"))
        EXPECT_THAT(request.path, ::testing::Not(HasSubstr("/1-")));
    EXPECT_GT(post, 0);
}

TEST_F(CollectRerunTest, ACopyUnderAnotherPostIsNotFetchedButRefusedWhereItWasRejected)
{
    auto posts = booruPosts(1, 1, luffy);
    posts.push_back(booruPost(500, luffy, {{"copyOf", 1}}));
    posts.push_back(booruPost(501, zoro, {{"copyOf", 1}}));
    start({{"posts", posts}});
    const auto report = collect(paramsFor({{0, 100}, {1, 100}}));
    EXPECT_EQ(m_booru->requests("pictures").size(), 1u);
    EXPECT_EQ(report.classes[0].have(), 2) << "two posts, one picture";
    EXPECT_EQ(report.classes[1].inOtherClass, 1);
    must(m_catalogue->rejectImage(pictures(0).at(0).id));
    EXPECT_EQ(collect(paramsFor({{1, 100}})).classes[0].rejected, 1);
}

TEST_F(CollectRerunTest, PicturesOfOlderWorkspacesAreKnownByTheirContent)
{
    start({{"posts", booruPosts(1, 4, luffy)}});
    collect(paramsFor({{0, 4}}));
    {
        auto database =
            must(Database::open(m_workspace->folder() / "catalogue.sqlite", DatabaseMode::ReadWrite));
        must(database.execute("DELETE FROM posts"));
        must(database.execute("DELETE FROM searches"));
        must(database.execute("UPDATE images SET md5 = NULL"));
    }
    const auto report = collect(paramsFor({{0, 4}}));
    EXPECT_EQ(report.classes[0].alreadyThere, 4);
    EXPECT_EQ(m_booru->requests("pictures").size(), 4u);
}

TEST_F(CollectRerunTest, AnotherFilterIsAnotherSearchOverTheSamePosts)
{
    auto posts = booruPosts(1, 3, luffy);
    posts.push_back(booruPost(10, std::string(luffy) + " " + zoro));
    start({{"posts", posts}});
    auto params = paramsFor({{0, 100}});
    params.filter.characters = CharactersShown::OneOnly;
    EXPECT_EQ(collect(params).classes[0].downloaded, 3);
    params.filter.characters = CharactersShown::Any;
    const auto all = collect(params);
    EXPECT_EQ(all.classes[0].alreadyThere, 3);
    EXPECT_EQ(all.classes[0].downloaded, 1);
    EXPECT_EQ(m_booru->requests("pictures").size(), 4u);
}

} // namespace nakama
