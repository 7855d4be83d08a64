#include "core/danbooru/post_file.h"

#include <algorithm>

namespace nakama
{

namespace
{

const std::string& urlOf(const Post& post, PostVariant variant)
{
    if (variant == PostVariant::Small && !post.smallUrl.empty())
        return post.smallUrl;
    if (variant != PostVariant::Original && !post.sampleUrl.empty())
        return post.sampleUrl;
    return post.originalUrl;
}

} // namespace

PostFile fileOf(const Post& post, PostVariant variant)
{
    const auto& url = urlOf(post, variant);
    if (url != post.originalUrl)
        return {url, {}, 0};
    return {url, post.md5, post.bytes};
}

std::int64_t estimatedBytes(const Post& post, PostVariant variant)
{
    const auto& url = urlOf(post, variant);
    if (url == post.originalUrl || post.width < 1 || post.height < 1)
        return post.bytes;
    // Rules of thumb for drawings: bytes a pixel of the server's encoders.
    const bool isSmall = url == post.smallUrl;
    const double bytesPerPixel = isSmall ? 0.13 : 0.25;
    const double scale = isSmall ? std::min(1.0, 720.0 / std::max(post.width, post.height))
                                 : std::min(1.0, 850.0 / post.width);
    const double pixels = scale * scale * post.width * static_cast<double>(post.height);
    return static_cast<std::int64_t>(bytesPerPixel * pixels);
}

} // namespace nakama
