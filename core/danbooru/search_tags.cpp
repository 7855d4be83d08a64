#include "core/danbooru/search_tags.h"

#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int mostMinSide = 10'000;

/** "g,s": each of the four letters at most once, in the order g, s, q, e; empty for anything else. */
std::string orderedRatings(const std::string& ratings)
{
    std::string given;
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        if ((i % 2 == 1) != (ratings[i] == ','))
            return {};
        if (i % 2 == 0)
            given += ratings[i];
    }
    std::string ordered;
    for (const char letter : std::string_view("gsqe"))
        if (std::count(given.begin(), given.end(), letter) == 1)
            ordered += (ordered.empty() ? "" : ",") + std::string(1, letter);
    return ordered.size() == ratings.size() ? ordered : std::string();
}

} // namespace

Result<void> checkPostFilter(const PostFilter& filter)
{
    if (orderedRatings(filter.ratings).empty())
        return fail(ErrorCode::InvalidArgument,
                    "write the ratings as letters with commas, such as g,s: g general, s sensitive, q "
                    "questionable, e explicit",
                    "rating");
    if (filter.minSide < 0 || filter.minSide > mostMinSide)
        return fail(ErrorCode::InvalidArgument, fmt::format("0 to {} px", mostMinSide), "minimum side");
    return {};
}

std::string searchTags(const std::string& tags, const PostFilter& filter)
{
    auto search = tags;
    if (filter.solo == Solo::Required)
        search += " solo";
    const auto ratings = orderedRatings(filter.ratings);
    if (ratings != "g,s,q,e")
        search += " rating:" + ratings;
    if (filter.minScore)
        search += fmt::format(" score:>={}", *filter.minScore);
    if (filter.minSide > 0)
        search += fmt::format(" width:>={0} height:>={0}", filter.minSide);
    return search + " filetype:jpg,png,webp -status:deleted";
}

std::string objectionTo(const Post& post, const PostFilter& filter)
{
    if (post.isDeleted)
        return "deleted on the server";
    if (post.isAnimated)
        return fmt::format("no still picture of a common format ({})", post.extension);
    if (filter.ratings.find(post.rating) == std::string::npos)
        return fmt::format("rated {}", post.rating);
    if (filter.minScore && post.score < *filter.minScore)
        return fmt::format("score {}", post.score);
    if (std::min(post.width, post.height) < filter.minSide)
        return fmt::format("{}×{} px", post.width, post.height);
    if (filter.characters == CharactersShown::OneOnly && post.characterCount != 1)
        return fmt::format("{} characters", post.characterCount);
    return {};
}

} // namespace nakama
