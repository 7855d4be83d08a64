#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/workspace/image_writer.h"
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

class CollectJobTest : public test::DanbooruTest
{
protected:
    /** 12 of Luffy, 8 of Zoro, one of both. */
    static nlohmann::json crew()
    {
        auto posts = booruPosts(100, 12, luffy);
        for (const auto& post : booruPosts(200, 8, zoro))
            posts.push_back(post);
        posts.push_back(booruPost(300, std::string(luffy) + " " + zoro));
        return posts;
    }
};

} // namespace

TEST_F(CollectJobTest, CollectsWhatIsWantedWithLabelsAndProvenance)
{
    start({{"posts", crew()}});
    int changes = 0;
    std::vector<CollectedPicture> seen;
    CollectObserver observer;
    observer.classChanged = [&](const CollectedClass&) { ++changes; };
    observer.pictureCollected = [&](const CollectedPicture& picture) { seen.push_back(picture); };
    const auto outcome = run(paramsFor({{0, 10}, {1, 100}}), observer);
    ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();

    const auto& first = m_report.classes[0];
    EXPECT_EQ(first.downloaded, 10);
    EXPECT_EQ(first.found, 13) << "the page has all of them";
    EXPECT_EQ(m_report.classes[1].downloaded, 8);
    EXPECT_EQ(m_report.classes[1].inOtherClass, 1);
    ASSERT_EQ(m_report.shared.size(), 1u);
    EXPECT_EQ(m_report.shared[0].postId, 300);
    EXPECT_TRUE(m_report.failed.empty());
    EXPECT_EQ(pictures(0).size(), 10u);
    EXPECT_EQ(pictures(1).size(), 8u);
    EXPECT_EQ(seen.size(), 18u);
    EXPECT_GE(changes, 4);

    std::set<int> connections;
    for (const auto& request : m_booru->requests("pictures"))
        connections.insert(request.connection);
    EXPECT_LE(connections.size(), 4u) << "four pictures at once, over connections that stay open";

    const auto image = seen.front().image;
    EXPECT_EQ(image.source, "danbooru");
    EXPECT_THAT(image.originalName, HasSubstr("/posts/" + std::to_string(seen.front().postId)));
    EXPECT_EQ(must(m_catalogue->labelHistory(image.id)).at(0).origin, "danbooru");
    const auto provenance = must(m_catalogue->provenance(image.id)).value();
    EXPECT_EQ(provenance.page(), m_booru->address() + "/posts/" + std::to_string(seen.front().postId));
    EXPECT_EQ(provenance.post.artists, "an_artist");
    EXPECT_EQ(provenance.post.rating, "g");
    EXPECT_EQ(provenance.post.score, 10);
    EXPECT_EQ(provenance.post.md5, must(md5OfFile(m_workspace->imagePath(image.sha256, image.extension))));
    EXPECT_EQ(must(m_catalogue->provenances()).size(), 18u);
}

TEST_F(CollectJobTest, CredentialsStayWithTheApi)
{
    start({{"posts", crew()}, {"accounts", {{{"login", "anna"}, {"key", "s3cret"}, {"id", 77}}}}});
    auto params = paramsFor({{0, 5}});
    params.client.credentials = {"anna", "s3cret"};
    collect(params);
    const auto pictures = m_booru->requests("pictures");
    ASSERT_EQ(pictures.size(), 5u);
    for (const auto& request : pictures) {
        EXPECT_EQ(request.authorization, "");
        EXPECT_THAT(request.userAgent, ::testing::EndsWith(" user #77"));
    }
    for (const auto& request : m_booru->requests("api"))
        EXPECT_NE(request.authorization, "");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_workspace->folder()))
        if (entry.is_regular_file()) {
            EXPECT_THAT(must(readTextFile(entry.path())), ::testing::Not(HasSubstr("s3cret")))
                << entry.path();
        }
}

TEST_F(CollectJobTest, HiddenDeletedAndMovingPostsAreCountedNotFetched)
{
    auto posts = booruPosts(100, 3, luffy);
    posts.push_back(booruPost(110, luffy, {{"kind", "banned"}}));
    posts.push_back(booruPost(111, luffy, {{"kind", "gold"}}));
    posts.push_back(booruPost(112, luffy, {{"kind", "deleted"}}));
    posts.push_back(booruPost(113, luffy, {{"extension", "mp4"}}));
    posts.push_back(booruPost(114, luffy, {{"extension", "gif"}}));
    posts.push_back(booruPost(115, luffy, {{"extension", "zip"}, {"animated", true}}));
    posts.push_back(booruPost(116, luffy, {{"animated", true}}));
    posts.push_back(booruPost(117, luffy, {{"rating", "e"}}));
    posts.push_back(booruPost(118, std::string(luffy) + " " + zoro));
    posts.push_back(booruPost(119, luffy, {{"general", ""}, {"artists", ""}}));
    start({{"posts", posts}});
    auto params = paramsFor({{0, 100}});
    params.filter.characters = CharactersShown::OneOnly;
    const auto report = collect(params);
    EXPECT_EQ(report.classes[0].downloaded, 4);
    EXPECT_EQ(report.classes[0].unavailable, 2);
    EXPECT_EQ(report.classes[0].rejected, 2) << "animated, two characters; the server leaves out the rest";
    EXPECT_EQ(m_booru->requests("pictures").size(), 4u);
}

TEST_F(CollectJobTest, EachVariantIsFetchedFromItsAddress)
{
    auto posts = nlohmann::json::array();
    for (int i = 0; i < 2; ++i)
        posts.push_back(booruPost(100 + i, luffy, {{"width", 1000}, {"height", 800}}));
    start({{"posts", posts}});
    auto params = paramsFor({{0, 2}});
    params.variant = PostVariant::Small;
    collect(params);
    EXPECT_EQ(pictures(0).at(0).width, 720);
    EXPECT_THAT(m_booru->requests("pictures").at(0).path, HasSubstr("/720x720/"));
    EXPECT_EQ(must(m_catalogue->provenance(pictures(0).at(0).id))->variant, PostVariant::Small);
    params.variant = PostVariant::Sample;
    EXPECT_EQ(collect(params).classes[0].alreadyThere, 2) << "one variant of a picture is enough";
}

TEST_F(CollectJobTest, WhatIsThereFromAnotherSourceIsNotFetched)
{
    start({{"posts", booruPosts(100, 4, luffy)}});
    collect(paramsFor({{0, 2}}));
    const auto known = pictures(0);
    // The same files in another workspace, imported by hand: one unlabelled, one as Zoro, one of no interest.
    const auto folder = m_folder / "other";
    auto other =
        must(Workspace::create(folder, {"", {{"Luffy", "", {}, luffy}, {"Zoro", "", {}, zoro}}, false}));
    auto writer = must(ImageWriter::open(other));
    for (const auto& record : known) {
        const auto bytes = must(readFile(m_workspace->imagePath(record.sha256, record.extension)));
        NewImage image;
        image.sha256 = record.sha256;
        image.extension = record.extension;
        image.width = record.width;
        image.height = record.height;
        image.bytes = record.bytes;
        image.source = "kaggle";
        image.originalName = "x";
        image.classIndex = record.id == known[0].id ? -1 : 1;
        must(writer.add(image, bytes));
    }
    must(writer.commit());
    const auto before = m_booru->requests("pictures").size();
    auto params = paramsFor({{0, 100}});
    CollectJob job(other, params);
    JobContext context;
    must(job.run(context));
    EXPECT_EQ(job.report().classes[0].downloaded, 2);
    EXPECT_EQ(job.report().classes[0].alreadyThere, 1);
    EXPECT_EQ(job.report().classes[0].inOtherClass, 1);
    ASSERT_EQ(job.report().shared.size(), 1u);
    EXPECT_EQ(job.report().shared[0].classIndex, 1);
    EXPECT_EQ(m_booru->requests("pictures").size(), before + 2);
    EXPECT_EQ(must(must(other.catalogue()).findImage(known[0].sha256))->classIndex, 0) << "it got its label";
}

TEST_F(CollectJobTest, ATagThatDoesNotExistIsExplained)
{
    start({{"posts", crew()}});
    must(m_catalogue->setDanbooruTag(0, "  luffy   hat "));
    EXPECT_EQ(must(m_catalogue->classes())[0].danbooruTag, "luffy hat");
    EXPECT_FALSE(m_catalogue->setDanbooruTag(0, "a,b"));
    EXPECT_FALSE(m_catalogue->setDanbooruTag(7, "a"));
    const auto report = collect(paramsFor({{0, 5}, {1, 5}}));
    EXPECT_THAT(report.classes[0].problem, HasSubstr("no tag 'luffy'"));
    EXPECT_EQ(report.classes[1].downloaded, 5);
    const auto nami = run(paramsFor({{2, 5}})).error;
    EXPECT_EQ(nami.code, ErrorCode::InvalidArgument) << "Nami has no tag";
    EXPECT_THAT(nami.message, HasSubstr("nami_(one_piece)")) << "a hint, not a guess";
}

TEST_F(CollectJobTest, ASearchThatTheServerDoesNotTakeIsTheClassesProblem)
{
    start({{"posts", crew()}});
    must(m_catalogue->setDanbooruTag(0, std::string(luffy) + " 1boy"));
    auto params = paramsFor({{0, 5}, {1, 5}});
    params.filter.solo = Solo::Required; // the third tag of a search without an account
    for (const auto mode : {CollectMode::DryRun, CollectMode::Download}) {
        params.mode = mode;
        const auto report = collect(params);
        EXPECT_THAT(report.classes[0].problem, HasSubstr("two tags at most"));
        EXPECT_THAT(report.classes[1].problem, HasSubstr("passes the filter")) << "nobody is solo here";
    }
}

TEST_F(CollectJobTest, ADryRunTellsAndKeepsNothing)
{
    auto posts = crew();
    posts.push_back(booruPost(400, luffy, {{"kind", "banned"}}));
    start({{"posts", posts}});
    collect(paramsFor({{0, 3}}));
    const auto before = m_booru->requests("pictures").size();
    auto params = paramsFor({{0, 10}, {1, 100}});
    params.mode = CollectMode::DryRun;
    const auto told = collect(params);
    EXPECT_EQ(m_booru->requests("pictures").size(), before);
    EXPECT_EQ(told.classes[0].countOnServer, 14);
    EXPECT_EQ(told.classes[0].found, 14);
    EXPECT_EQ(told.classes[0].unavailable, 1);
    EXPECT_EQ(told.classes[0].alreadyThere, 3);
    EXPECT_EQ(told.classes[0].wouldDownload, 7);
    params.mode = CollectMode::Download;
    const auto done = collect(params);
    EXPECT_EQ(done.classes[0].downloaded, 7);
    EXPECT_EQ(done.classes[0].downloadedBytes, told.classes[0].estimatedBytes) << "originals are exact";
    EXPECT_EQ(done.classes[1].downloaded, told.classes[1].wouldDownload);
}

} // namespace nakama
