#pragma once

#include "core/base/job.h"
#include "core/danbooru/pace.h"
#include "core/workspace/post.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** A login and its API key. They are sent to the API's host alone, and stored or written nowhere. */
struct Credentials
{
    std::string login;
    std::string key;
};

/** Which server to ask, as whom, and how hard. */
struct ClientParams
{
    std::string server = "https://danbooru.donmai.us"; ///< any booru that runs Danbooru's code
    std::optional<Credentials> credentials;            ///< https only, but for this machine itself
    double requestsPerSecond =
        1;                      ///< to the API; at most 10, which is the published rule, but for this machine
    int parallelPictures = 4;   ///< 1 to 8
    int attempts = 5;           ///< for one request, when the trouble may pass
    std::shared_ptr<Pace> pace; ///< where several clients of one server share it; else the client makes one
    std::chrono::milliseconds firstPause{2000};      ///< before the second attempt; doubles, with jitter
    std::chrono::milliseconds longestPause{120'000}; ///< also of what the server may ask for
    std::chrono::milliseconds silence{30'000};       ///< after which a connection counts as lost
};

/** Error: InvalidArgument, naming the field and what it may be. */
Result<void> checkClientParams(const ClientParams& params);

/** Which page of a search: posts come newest first, by falling id. */
struct PostPage
{
    enum class From { Newest, Before, After };
    From from = From::Newest;
    std::int64_t id = 0; ///< Before: ids below it; After: the nearest ids above it
    int limit = 200;     ///< 1 to 200
};

struct PostList
{
    std::vector<Post> posts; ///< by falling id
    bool isLast = false;     ///< there are no more on this side
};

enum class TagCategory { General = 0, Artist = 1, Copyright = 3, Character = 4, Meta = 5 };

struct TagInfo
{
    std::string name;
    std::int64_t postCount = 0; ///< deleted posts included
    TagCategory category = TagCategory::General;
    bool isDeprecated = false;
};

/** What autocomplete offers; antecedent is the alias or the misspelling that led to the tag, or empty. */
struct TagSuggestion
{
    std::string name;
    std::int64_t postCount = 0;
    TagCategory category = TagCategory::General;
    std::string antecedent;
};

/** Who the server takes us for. */
struct Account
{
    std::optional<std::int64_t> id; ///< nothing for anonymous
    std::string name;
    int level = 0;               ///< 20 Member, 30 Gold, 31 Platinum, …
    std::string levelName;       ///< "Member"; empty for anonymous
    std::optional<int> tagLimit; ///< tags a search; nothing: unlimited
    bool isBanned = false;
};

/**
 * The API of a Danbooru server, for one thread, which need not have an event loop. Every call keeps the pace,
 * sends who we are, and tries again by itself what may pass (429, 5xx, a lost connection), as Retry-After
 * says or after growing pauses.
 *
 * Errors of every call: Cancelled; InvalidArgument (parameters; a search that the server does not take, 422);
 * Io (the server cannot be reached, or refuses: 401, 403, 404, 410, 429 and 5xx each say what they mean and
 * what to do; also the challenge page of a protection against robots, which is not tried again); CorruptData
 * (an answer of another shape, naming the field). No message has the key in it.
 */
class DanbooruClient
{
public:
    explicit DanbooruClient(ClientParams params);
    ~DanbooruClient();
    DanbooruClient(const DanbooruClient&) = delete;
    DanbooruClient& operator=(const DanbooruClient&) = delete;

    /** One page of the posts with these tags (see searchTags()); an unknown tag gives none. */
    Result<PostList> posts(const std::string& tags, const PostPage& page, JobContext& context);
    /** How many posts a search has, roughly; nothing where the server gave up counting. */
    Result<std::optional<std::int64_t>> count(const std::string& tags, JobContext& context);
    /** Those of the names that exist, in one call for up to 1000. */
    Result<std::vector<TagInfo>> tags(const std::vector<std::string>& names, JobContext& context);
    /** Up to ten tags that a person may mean who has typed this much. */
    Result<std::vector<TagSuggestion>> autocomplete(const std::string& typed, JobContext& context);
    /** Whom the credentials belong to: "test my key". */
    Result<Account> profile(JobContext& context);

    /** "Nakama/0.1.0", and the account's number where logged in: asked from the server on the first call. */
    Result<std::string> userAgent(JobContext& context);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace nakama
