#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nakama
{

/** What a booru says of a picture. Several tags or artists are separated by spaces, as the server does. */
struct Post
{
    std::int64_t id = 0;
    std::string md5;       ///< of the original; empty where the server hides the post from this account
    std::string extension; ///< of the original, as the server names it
    std::int64_t bytes = 0;
    int width = 0; ///< of the original, like height
    int height = 0;
    std::string rating; ///< g general, s sensitive, q questionable, e explicit
    int score = 0;
    std::string tags; ///< all of them
    std::string artists;
    std::string characters;
    int characterCount = 0;
    std::string source;    ///< where the uploader found it, often an address; may be empty
    std::string createdAt; ///< ISO 8601
    bool isDeleted = false;
    bool isAnimated = false;
    std::string originalUrl;
    std::string sampleUrl; ///< at most 850 px wide; the original where that is no wider
    std::string smallUrl;  ///< within 720×720; may be empty

    bool isVisible() const { return !md5.empty() && !originalUrl.empty(); }
};

/** Which file of a post a picture is. Only the original has a published size and MD5 to be verified by. */
enum class PostVariant { Original, Sample, Small };

/** "original", "sample", "720x720": as on the command line and in the catalogue. */
std::string_view postVariantName(PostVariant variant);
std::optional<PostVariant> postVariantFromName(std::string_view name);

/** Where a picture of the workspace comes from. */
struct Provenance
{
    std::int64_t imageId = 0;
    std::string site;        ///< "https://danbooru.donmai.us"
    Post post;               ///< without the addresses of files
    std::string collectedAt; ///< ISO 8601, UTC
    PostVariant variant = PostVariant::Original;

    /** The post's own page, for a person. */
    std::string page() const { return site + "/posts/" + std::to_string(post.id); }
};

} // namespace nakama
