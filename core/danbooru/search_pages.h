#pragma once

#include "core/danbooru/client.h"
#include "core/workspace/post_log.h"

#include <optional>

namespace nakama
{

/** The next page to ask for: news first, then what is older; nothing where all is listed. */
std::optional<PostPage> nextPage(const Search& search);

/**
 * The state of the search after that page. Error: CorruptData, where the posts are not those that the page
 * must have (a server that does not heed the paging would be asked for ever).
 */
Result<Search> afterPage(Search search, const PostPage& page, const PostList& list);

} // namespace nakama
