#include "core/danbooru/search_pages.h"

#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

using From = PostPage::From;

std::optional<PostPage> nextPage(const Search& search)
{
    if (search.newest == 0) // nothing was ever listed
        return search.exhausted && search.upToDate ? std::nullopt : std::optional(PostPage{From::Newest, 0});
    if (!search.upToDate)
        return PostPage{From::After, search.newest};
    if (!search.exhausted)
        return PostPage{From::Before, search.oldest};
    return std::nullopt;
}

Result<Search> afterPage(Search search, const PostPage& page, const PostList& list)
{
    const auto& posts = list.posts;
    const auto byId = [](const Post& one, const Post& other) { return one.id < other.id; };
    const auto [lowest, highest] = std::minmax_element(posts.begin(), posts.end(), byId);
    const bool isAfter = page.from == From::After;
    if (!posts.empty() &&
        ((isAfter && lowest->id <= page.id) || (page.from == From::Before && highest->id >= page.id)))
        return fail(ErrorCode::CorruptData,
                    fmt::format("the server lists post {} where only ids {} {} were asked for; it does not "
                                "page as Danbooru does",
                                isAfter ? lowest->id : highest->id, isAfter ? "above" : "below", page.id),
                    "posts");
    if (!posts.empty()) {
        search.newest = std::max(search.newest, highest->id);
        search.oldest = search.oldest == 0 ? lowest->id : std::min(search.oldest, lowest->id);
    }
    if (isAfter) {
        search.upToDate = list.isLast;
    } else {
        search.exhausted = list.isLast;
        search.upToDate = true;
    }
    return search;
}

} // namespace nakama
