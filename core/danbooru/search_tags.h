#pragma once

#include "core/base/result.h"
#include "core/workspace/post.h"

#include <optional>
#include <string>

namespace nakama
{

enum class Solo { Any, Required };           ///< the tag solo: one person in the picture; costs a term
enum class CharactersShown { Any, OneOnly }; ///< tagged with one character only; costs nothing

/** Which posts of a character are wanted. Only still pictures that are not deleted ever are. */
struct PostFilter
{
    std::string ratings = "g,s"; ///< of g, s, q, e, separated by commas
    std::optional<int> minScore{};
    int minSide = 0; ///< px of the original, each side; 0: any
    Solo solo = Solo::Any;
    CharactersShown characters = CharactersShown::Any;
};

/** Error: InvalidArgument (ratings, minSide). */
Result<void> checkPostFilter(const PostFilter& filter);

/**
 * The search for these tags with all of the filter that the server can apply without counting it against the
 * terms of a search (2 for anonymous and members): rating, score, width, height, filetype, status.
 */
std::string searchTags(const std::string& tags, const PostFilter& filter);

/** Why a listed post is not wanted, by what the server was not asked or did not heed; empty: it is. */
std::string objectionTo(const Post& post, const PostFilter& filter);

} // namespace nakama
