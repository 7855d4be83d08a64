#include "core/workspace/detail/migrations.h"
#include "core/workspace/image_writer.h"
#include "core/workspace/post_log.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

using test::must;

Post post(std::int64_t id)
{
    Post post;
    post.id = id;
    post.md5 = sha256(std::to_string(id)).substr(0, 32);
    post.extension = "jpg";
    post.rating = "g";
    post.tags = "a b";
    post.artists = "someone";
    post.originalUrl = "https://cdn.example/" + std::to_string(id) + ".jpg";
    return post;
}

class PostLogTest : public test::WorkspaceTest
{
protected:
    Search begin(int classIndex, const std::string& query = "q")
    {
        return must(m_log.begin({{classIndex, query}})).at(0);
    }

    /** Adds a picture that an older Nakama might have: without an MD5. */
    std::int64_t addImage(const std::string& name, int classIndex)
    {
        return must(m_catalogue.addImage(test::picture(name, classIndex)));
    }

    PostLog m_log{m_catalogue, "https://booru.example"};
};

} // namespace

TEST_F(PostLogTest, AnUnfinishedSearchGoesOnAndAFinishedOneAsksForNews)
{
    auto search = begin(0);
    EXPECT_TRUE(search.upToDate) << "it lists the newest first";
    search.newest = 20;
    search.oldest = 11;
    must(m_log.addPage(search, {{post(20), ""}, {post(11), ""}}));
    EXPECT_EQ(begin(0).number, search.number);
    EXPECT_EQ(begin(0).oldest, 11);
    EXPECT_TRUE(begin(0).upToDate) << "nobody finished it";
    must(m_log.finish({search}));
    EXPECT_FALSE(begin(0).upToDate);
    EXPECT_EQ(must(m_log.find({0, "q"}))->newest, 20);
    EXPECT_FALSE(must(m_log.find({0, "another"})));
    EXPECT_NE(begin(1).number, search.number);
}

TEST_F(PostLogTest, EachPostCountsOnceByWhatBecameOfIt)
{
    const auto luffy = begin(0), zoro = begin(1);
    auto hidden = post(5);
    hidden.md5.clear();
    must(m_log.addPage(luffy,
                       {{post(1), ""}, {post(2), ""}, {post(3), "small"}, {post(4), ""}, {hidden, ""}}));
    must(m_log.addPage(zoro, {{post(1), ""}, {post(3), ""}}));
    const auto wanted = must(m_log.wanted(luffy, 10));
    ASSERT_EQ(wanted.size(), 3u);
    EXPECT_EQ(wanted[0].post.id, 4) << "newest first";
    EXPECT_EQ(wanted[0].post.originalUrl, "https://cdn.example/4.jpg");
    const auto image = addImage("one", 0);
    must(m_log.setStored(wanted[2].number, image, 0, PostVariant::Sample));
    must(m_log.setFailed(wanted[1].number, "gone"));

    const auto tally = must(m_log.tally(luffy));
    EXPECT_EQ(tally.found, 5);
    EXPECT_EQ(tally.stored, 1);
    EXPECT_EQ(tally.failed, 1);
    EXPECT_EQ(tally.wanted, 1);
    EXPECT_EQ(tally.rejected, 1);
    EXPECT_EQ(tally.unavailable, 1);
    EXPECT_EQ(must(m_log.tally(zoro)).inOtherClass, 1);
    EXPECT_EQ(must(m_log.tally(zoro)).wanted, 1) << "what one search refuses, another may want";
    EXPECT_EQ(must(m_log.inOtherClasses(zoro)).at(0).classIndex, 0);
    EXPECT_EQ(must(m_log.failures(luffy)).at(0).reason, "gone");
    EXPECT_EQ(must(m_log.retryFailures(luffy, {7})).size(), 0u);
    EXPECT_EQ(must(m_log.retryFailures(luffy, {})).size(), 1u);
    EXPECT_EQ(must(m_log.tally(luffy)).wanted, 2);

    EXPECT_EQ(must(m_log.standing(post(1), 0)), PostStanding::Stored);
    EXPECT_EQ(must(m_log.standing(post(1), 1)), PostStanding::InOtherClass);
    EXPECT_EQ(must(m_log.standing(post(9), 0)), PostStanding::New);
    const auto provenance = must(m_catalogue.provenance(image)).value();
    EXPECT_EQ(provenance.page(), "https://booru.example/posts/1");
    EXPECT_EQ(provenance.variant, PostVariant::Sample);
    EXPECT_FALSE(must(m_catalogue.provenance(image + 1)));
}

TEST_F(PostLogTest, AHiddenPostThatIsShownLaterIsWanted)
{
    const auto search = begin(0);
    auto hidden = post(5);
    hidden.md5.clear();
    must(m_log.addPage(search, {{hidden, ""}}));
    must(m_log.addPage(search, {{post(5), ""}}));
    EXPECT_EQ(must(m_log.tally(search)).wanted, 1);
}

TEST_F(PostLogTest, RejectionsHoldForEveryPostOfThePicture)
{
    const auto search = begin(0);
    must(m_log.addPage(search, {{post(1), ""}, {post(2), ""}}));
    auto writer = must(ImageWriter::open(m_workspace));
    const std::string content = "one";
    must(writer.add(test::picture(content, 0), std::as_bytes(std::span(content))));
    must(writer.commit());
    const auto image = must(m_catalogue.images()).at(0).id;
    EXPECT_EQ(must(m_log.imageOf(md5(std::as_bytes(std::span(content)))))->id, image);
    must(m_log.setStored(must(m_log.wanted(search, 9)).at(1).number, image, 0, PostVariant::Original));

    must(m_catalogue.rejectImage(image));
    must(m_catalogue.rejectPost("https://booru.example", 2));
    EXPECT_EQ(must(m_log.tally(search)).rejected, 2);
    EXPECT_EQ(must(m_log.standing(post(1), 0)), PostStanding::Rejected);
    EXPECT_TRUE(must(m_log.wanted(search, 9)).empty());
    must(m_catalogue.readmitImage(image));
    EXPECT_EQ(must(m_log.tally(search)).stored, 1);
    EXPECT_EQ(m_catalogue.rejectPost("https://booru.example", 7).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_catalogue.rejectImage(99).error().code, ErrorCode::NotFound);
}

TEST_F(PostLogTest, ACatalogueOfTheFirstFormatKeepsItsPictures)
{
    const auto file = m_folder / "old.sqlite";
    auto database = must(Database::open(file, DatabaseMode::ReadWrite));
    must(migrateCatalogue(database, {format1}));
    must(database.execute("INSERT INTO classes VALUES (0, 'Luffy', 'Luffy', '[]', '')"));
    must(database.execute(
        "INSERT INTO images VALUES (7, 'abc', 'png', 1, 1, 9, 'kaggle', 'x', 'pool', 'now', 0)"));
    must(migrateCatalogue(database, catalogueMigrations()));
    EXPECT_EQ(must(database.value("SELECT source FROM images WHERE id = 7 AND md5 IS NULL"))
                  .toString()
                  .toStdString(),
              "kaggle");
    EXPECT_EQ(must(database.value("SELECT count(*) FROM posts")).toInt(), 0);
}

} // namespace nakama
