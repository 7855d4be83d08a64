#include "core/danbooru/search_tags.h"

#include <gtest/gtest.h>

namespace nakama
{

TEST(SearchTags, AllThatTheServerFiltersFreelyIsInTheSearch)
{
    PostFilter filter;
    EXPECT_EQ(searchTags("nami_(one_piece)", filter),
              "nami_(one_piece) rating:g,s filetype:jpg,png,webp -status:deleted");
    filter.ratings = "s,q";
    filter.minScore = 5;
    filter.minSide = 512;
    filter.solo = Solo::Required;
    EXPECT_EQ(searchTags("nami_(one_piece)", filter),
              "nami_(one_piece) solo rating:s,q score:>=5 width:>=512 "
              "height:>=512 filetype:jpg,png,webp -status:deleted");
    filter = {};
    filter.ratings = "e,q,s,g";
    EXPECT_EQ(searchTags("a", filter), "a filetype:jpg,png,webp -status:deleted");
}

TEST(SearchTags, RatingsAreChecked)
{
    for (const auto* good : {"g", "g,s", "s,g", "g,s,q,e"})
        EXPECT_TRUE(checkPostFilter({.ratings = good})) << good;
    for (const auto* bad : {"", "g,", ",g", "gs", "x", "g,g", "g s", "safe"})
        EXPECT_FALSE(checkPostFilter({.ratings = bad})) << bad;
    PostFilter filter;
    filter.minSide = -1;
    EXPECT_FALSE(checkPostFilter(filter));
}

TEST(SearchTags, PostsThatTheServerShouldNotHaveListedAreRefused)
{
    Post post;
    post.rating = "g";
    post.extension = "jpg";
    post.width = 600;
    post.height = 500;
    post.score = 3;
    post.characterCount = 2;
    EXPECT_EQ(objectionTo(post, {}), "");
    PostFilter filter;
    filter.minSide = 512;
    EXPECT_EQ(objectionTo(post, filter), "600×500 px");
    filter = {};
    filter.minScore = 4;
    EXPECT_EQ(objectionTo(post, filter), "score 3");
    filter = {};
    filter.characters = CharactersShown::OneOnly;
    EXPECT_EQ(objectionTo(post, filter), "2 characters");
    filter = {};
    filter.ratings = "s";
    EXPECT_EQ(objectionTo(post, filter), "rated g");
    post.isDeleted = true;
    EXPECT_EQ(objectionTo(post, {}), "deleted on the server");
    post.isDeleted = false;
    post.isAnimated = true;
    EXPECT_NE(objectionTo(post, {}), "");
}

} // namespace nakama
