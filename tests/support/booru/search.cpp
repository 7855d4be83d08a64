#include "tests/support/booru/search.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace nakama::booru
{

namespace
{

const std::set<std::string> freeMetatags{"rating",   "status",  "id",    "date",  "age",    "filesize",
                                         "filetype", "parent",  "child", "md5",   "width",  "height",
                                         "duration", "mpixels", "ratio", "score", "upvote", "downvotes"};

bool isOneOf(const std::string& list, const std::string& value)
{
    std::istringstream values(list);
    for (std::string one; std::getline(values, one, ',');)
        if (one == value)
            return true;
    return false;
}

bool isInRange(const std::string& range, std::int64_t value)
{
    if (range.starts_with(">="))
        return value >= std::stoll(range.substr(2));
    if (range.starts_with("<="))
        return value <= std::stoll(range.substr(2));
    if (range.starts_with(">"))
        return value > std::stoll(range.substr(1));
    if (range.starts_with("<"))
        return value < std::stoll(range.substr(1));
    return value == std::stoll(range);
}

} // namespace

Search::Search(const std::string& tags, const Scenario& scenario)
{
    std::istringstream words(tags);
    for (std::string word; words >> word;) {
        Term term;
        term.negated = word.starts_with('-');
        auto text = word.substr(term.negated ? 1 : 0);
        const auto colon = text.find(':');
        if (colon != std::string::npos &&
            (freeMetatags.contains(text.substr(0, colon)) || text.starts_with("order:"))) {
            term.metatag = text.substr(0, colon);
            text = text.substr(colon + 1);
        }
        term.value = term.metatag.empty() ? scenario.withoutAlias(text) : text;
        if (!freeMetatags.contains(term.metatag))
            ++m_counted;
        m_terms.push_back(std::move(term));
    }
}

bool Search::holds(const Term& term, const Post& post)
{
    const auto& name = term.metatag;
    if (name.empty()) {
        const auto tags = post.tags();
        return std::find(tags.begin(), tags.end(), term.value) != tags.end();
    }
    if (name == "rating")
        return isOneOf(term.value, post.rating);
    if (name == "filetype")
        return isOneOf(term.value, post.extension);
    if (name == "status")
        return term.value == "active" ? post.kind != "deleted" : post.kind == term.value;
    if (name == "id")
        return isInRange(term.value, post.id);
    if (name == "score")
        return isInRange(term.value, post.score);
    if (name == "width")
        return isInRange(term.value, post.width);
    if (name == "height")
        return isInRange(term.value, post.height);
    return true; // order and what the stand-in does not know
}

bool Search::matches(const Post& post) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term& term) { return holds(term, post) != term.negated; });
}

std::vector<Post> page(const std::vector<Post>& matching, const std::string& page, int limit)
{
    std::vector<Post> posts;
    if (page.starts_with('b')) {
        const auto below = std::stoll(page.substr(1));
        for (const auto& post : matching)
            if (post.id < below && std::ssize(posts) < limit)
                posts.push_back(post);
    } else if (page.starts_with('a')) {
        const auto above = std::stoll(page.substr(1));
        for (auto post = matching.rbegin(); post != matching.rend(); ++post)
            if (post->id > above && std::ssize(posts) < limit)
                posts.push_back(*post);
        std::reverse(posts.begin(), posts.end());
    } else {
        const auto number = page.empty() ? 1 : std::stoll(page);
        const auto first = std::min<std::ptrdiff_t>((number - 1) * limit, std::ssize(matching));
        const auto last = std::min<std::ptrdiff_t>(first + limit, std::ssize(matching));
        posts.assign(matching.begin() + first, matching.begin() + last);
    }
    return posts;
}

} // namespace nakama::booru
