#pragma once

#include "core/workspace/post.h"

#include <cstdint>
#include <string>

namespace nakama
{

/** The file of a post that is to be fetched, and what it must be where that is published. */
struct PostFile
{
    std::string url;
    std::string md5;        ///< of an original; empty for other variants
    std::int64_t bytes = 0; ///< of an original; 0: not published
};

/** A variant that the server does not have is the next larger one, at last the original. */
PostFile fileOf(const Post& post, PostVariant variant);

/** Of that file: exact for originals, else roughly what the server's JPEG and WebP files take. */
std::int64_t estimatedBytes(const Post& post, PostVariant variant);

} // namespace nakama
