#include "core/danbooru/answers.h"

#include "core/danbooru/fields.h"

#include <QUrl>

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace nakama
{

namespace
{

using nlohmann::json;

constexpr int mostPixelsASide = 1'000'000;

/** The elements of an array, each read by parse(element, path). */
template<typename T, typename Parse>
Result<std::vector<T>> listFrom(const json& answer, const Parse& parse)
{
    if (!answer.is_array())
        return wrongShape(fmt::format("it is {}, not a list", answer.type_name()));
    std::vector<T> list;
    list.reserve(answer.size());
    for (std::size_t i = 0; i < answer.size(); ++i) {
        NAKAMA_TRY(auto one, parse(answer[i], fmt::format("[{}]", i)));
        list.push_back(std::move(one));
    }
    return list;
}

/** An http or https address; others, such as none, are as if there were no file. */
std::string absolute(const std::string& url, const std::string& server)
{
    if (url.empty())
        return {};
    const auto resolved = QUrl(QString::fromStdString(server)).resolved(QUrl(QString::fromStdString(url)));
    const bool isHttp =
        resolved.scheme() == QLatin1String("https") || resolved.scheme() == QLatin1String("http");
    return isHttp ? resolved.toString(QUrl::FullyEncoded).toStdString() : std::string();
}

int side(Fields& fields, const char* name)
{
    const auto value = fields.number(name);
    if (value < 0 || value > mostPixelsASide)
        fields.refuse(name, "a number of pixels");
    return static_cast<int>(std::clamp<std::int64_t>(value, 0, mostPixelsASide));
}

/** A score may be negative, and anything else small. */
int smallNumber(Fields& fields, const char* name)
{
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    return static_cast<int>(std::clamp(fields.number(name), -most, most));
}

Result<void> readVariants(Fields& asset, Post& post, const std::string& server)
{
    const auto* variants = asset.find("variants");
    if (!variants)
        return {};
    if (!variants->is_array())
        return wrongShape(asset.path() + ".variants is no list");
    for (std::size_t i = 0; i < variants->size(); ++i) {
        Fields variant((*variants)[i], fmt::format("{}.variants[{}]", asset.path(), i));
        const auto type = variant.text("type");
        const auto url = absolute(variant.text("url"), server);
        NAKAMA_CHECK(variant.check());
        if (type == "720x720")
            post.smallUrl = url;
    }
    return {};
}

bool isStillFormat(const std::string& extension)
{
    return extension == "jpg" || extension == "png" || extension == "webp";
}

Result<Post> postFrom(const json& object, const std::string& path, const std::string& server)
{
    Fields fields(object, path);
    Post post;
    post.id = fields.number("id");
    post.createdAt = fields.text("created_at");
    post.score = smallNumber(fields, "score");
    post.source = fields.text("source", Field::Optional);
    post.rating = fields.text("rating");
    post.extension = fields.text("file_ext");
    post.bytes = fields.number("file_size");
    post.width = side(fields, "image_width");
    post.height = side(fields, "image_height");
    post.isDeleted = fields.flag("is_deleted");
    post.tags = fields.text("tag_string");
    post.artists = fields.text("tag_string_artist");
    post.characters = fields.text("tag_string_character");
    post.characterCount = smallNumber(fields, "tag_count_character");
    // Absent where the post is hidden from this account.
    post.md5 = fields.text("md5", Field::Optional);
    post.originalUrl = absolute(fields.text("file_url", Field::Optional), server);
    post.sampleUrl = absolute(fields.text("large_file_url", Field::Optional), server);
    const bool isHex = post.md5.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!post.md5.empty() && (post.md5.size() != 32 || !isHex))
        fields.refuse("md5", "an MD5 in 32 lower-case hex digits");
    if (post.id <= 0)
        fields.refuse("id", "a number above 0");
    NAKAMA_CHECK(fields.check());
    post.isAnimated = !isStillFormat(post.extension);
    if (const auto* media = fields.find("media_asset")) {
        Fields asset(*media, path + ".media_asset");
        post.isAnimated = post.isAnimated || asset.find("duration");
        NAKAMA_CHECK(asset.check());
        NAKAMA_CHECK(readVariants(asset, post, server));
    }
    return post;
}

TagCategory categoryFrom(Fields& fields)
{
    return static_cast<TagCategory>(fields.number("category"));
}

} // namespace

Result<std::vector<Post>> postsFrom(const json& answer, const std::string& server)
{
    return listFrom<Post>(
        answer, [&](const json& object, const std::string& path) { return postFrom(object, path, server); });
}

Result<std::optional<std::int64_t>> countFrom(const json& answer)
{
    Fields fields(answer, "");
    const auto* counts = fields.find("counts");
    if (!counts)
        fields.refuse("counts", "an object");
    NAKAMA_CHECK(fields.check());
    Fields inner(*counts, "counts");
    const auto posts = inner.number("posts", Field::Optional);
    NAKAMA_CHECK(inner.check());
    return inner.find("posts") ? std::optional(posts) : std::nullopt;
}

Result<std::vector<TagInfo>> tagsFrom(const json& answer)
{
    return listFrom<TagInfo>(answer, [](const json& object, const std::string& path) -> Result<TagInfo> {
        Fields fields(object, path);
        TagInfo tag;
        tag.name = fields.text("name");
        tag.postCount = fields.number("post_count");
        tag.category = categoryFrom(fields);
        tag.isDeprecated = fields.flag("is_deprecated", Field::Optional);
        NAKAMA_CHECK(fields.check());
        return tag;
    });
}

Result<std::vector<TagSuggestion>> suggestionsFrom(const json& answer)
{
    const auto parse = [](const json& object, const std::string& path) -> Result<TagSuggestion> {
        Fields fields(object, path);
        TagSuggestion suggestion;
        suggestion.name = fields.text("value");
        suggestion.postCount = fields.number("post_count", Field::Optional);
        suggestion.category = fields.find("category") ? categoryFrom(fields) : TagCategory::General;
        suggestion.antecedent = fields.text("antecedent", Field::Optional);
        NAKAMA_CHECK(fields.check());
        return suggestion;
    };
    return listFrom<TagSuggestion>(answer, parse);
}

Result<Account> accountFrom(const json& answer)
{
    Fields fields(answer, "");
    Account account;
    const auto id = fields.number("id", Field::Optional);
    if (fields.find("id"))
        account.id = id;
    account.name = fields.text("name", Field::Optional);
    account.level = static_cast<int>(std::clamp<std::int64_t>(fields.number("level"), 0, 1000));
    account.levelName = fields.text("level_string", Field::Optional);
    const auto limit = fields.number("tag_query_limit", Field::Optional);
    if (fields.find("tag_query_limit"))
        account.tagLimit = static_cast<int>(std::clamp<std::int64_t>(limit, 0, 1000));
    account.isBanned = fields.flag("is_banned", Field::Optional);
    NAKAMA_CHECK(fields.check());
    return account;
}

} // namespace nakama
