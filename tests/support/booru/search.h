#pragma once

#include "tests/support/booru/scenario.h"

#include <string>
#include <vector>

namespace nakama::booru
{

/** The terms of a search, as Danbooru's code counts and applies them. */
class Search
{
public:
    Search(const std::string& tags, const Scenario& scenario);

    /** Terms that count against the limit of an account. */
    int counted() const { return m_counted; }
    bool matches(const Post& post) const;

private:
    struct Term
    {
        bool negated = false;
        std::string metatag; ///< empty: a plain tag
        std::string value;
    };
    static bool holds(const Term& term, const Post& post);

    std::vector<Term> m_terms;
    int m_counted = 0;
};

/** One page of the matching posts, as page=N, b<ID> and a<ID> say; posts come by falling id. */
std::vector<Post> page(const std::vector<Post>& matching, const std::string& page, int limit);

} // namespace nakama::booru
