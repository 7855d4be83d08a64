#include "core/danbooru/client.h"

#include "core/danbooru/answers.h"
#include "core/danbooru/patience.h"
#include "core/danbooru/server_address.h"
#include "core/download/http_words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace nakama
{

namespace
{

using nlohmann::json;

constexpr std::size_t mostAnswerBytes = std::size_t{64} << 20; ///< 200 posts are under 1 MB
constexpr int mostRedirects = 5;
constexpr int fewestPosts = 20; ///< asked for when the server's database is too slow for more

/** What of a post is read; the rest of it stays on the server. */
constexpr auto postFields =
    "id,created_at,score,source,md5,rating,file_ext,file_size,image_width,image_height,is_deleted,tag_string,"
    "tag_string_artist,tag_string_character,tag_count_character,file_url,large_file_url,media_asset";

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isPrintable(const std::string& text)
{
    return std::all_of(text.begin(), text.end(), [](char letter) { return letter > ' ' && letter < '\x7f'; });
}

Trouble passing(std::string message, const QUrl& url)
{
    return {Trouble::Kind::Passing, {ErrorCode::CorruptData, std::move(message), shownAddress(url)}};
}

Result<void> checkCredentials(const Credentials& credentials, const QUrl& server)
{
    const auto& [login, key] = credentials;
    if (login.empty() || key.empty())
        return fail(ErrorCode::InvalidArgument, "a login needs its API key, and the key its login", "login");
    if (!isPrintable(key) || login.find_first_of(":\r\n") != std::string::npos)
        return fail(ErrorCode::InvalidArgument, "this is no login with an API key of Danbooru's form",
                    "login");
    if (server.scheme() != QLatin1String("https") && !isThisMachine(server))
        return fail(ErrorCode::InvalidArgument, "a key is sent over https only; use the https address",
                    "server");
    return {};
}

} // namespace

Result<void> checkClientParams(const ClientParams& params)
{
    NAKAMA_TRY(const auto site, siteOf(params.server));
    const QUrl url(QString::fromStdString(site));
    const double most = isThisMachine(url) ? 1000 : 10;
    if (!(params.requestsPerSecond > 0 && params.requestsPerSecond <= most))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("more than 0 and at most {:g} requests a second, not {:g}", most,
                                params.requestsPerSecond),
                    "requests a second");
    if (params.parallelPictures < 1 || params.parallelPictures > 8)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("1 to 8 pictures at once, not {}", params.parallelPictures),
                    "pictures at once");
    if (params.attempts < 1)
        return fail(ErrorCode::InvalidArgument, "at least one attempt is needed", "attempts");
    return params.credentials ? checkCredentials(*params.credentials, url) : Result<void>{};
}

struct DanbooruClient::Private
{
    explicit Private(ClientParams given)
        : params(std::move(given)), valid(checkClientParams(params)),
          patience(params, params.pace ? params.pace : std::make_shared<Pace>(interval(params)))
    {
        if (const auto address = siteOf(params.server))
            site = *address;
        if (!params.credentials)
            return;
        const auto& [login, key] = *params.credentials;
        authorization = "Basic " + QByteArray::fromStdString(login + ":" + key).toBase64();
    }

    static std::chrono::milliseconds interval(const ClientParams& params)
    {
        return std::chrono::milliseconds(
            static_cast<std::int64_t>(1000 / std::clamp(params.requestsPerSecond, 0.001, 1000.0)));
    }

    using MakeUrl = std::function<QUrl(bool tooSlowForServer)>;

    tl::expected<void, Trouble> attempt(const QUrl& address, json& answer, JobContext& context);
    Result<json> ask(const MakeUrl& makeUrl, JobContext& context);
    Result<void> introduce(JobContext& context);
    /** The one question that is asked before the account's number is known. */
    Result<Account> askProfile(JobContext& context);

    ClientParams params;
    Result<void> valid;
    std::string site;
    QByteArray authorization;
    QByteArray userAgent = "Nakama/" NAKAMA_VERSION;
    bool introduced = false;
    int lastStatus = 0;
    HttpSession session;
    Patience patience;
};

tl::expected<void, Trouble> DanbooruClient::Private::attempt(const QUrl& address, json& answer,
                                                             JobContext& context)
{
    QUrl url = address;
    for (int redirects = 0; redirects <= mostRedirects; ++redirects) {
        HttpRequest request;
        request.url = url;
        request.silence = params.silence;
        request.userAgent = userAgent;
        request.body = HttpBody::Unpacked;
        if (isSameOrigin(url, address))
            request.authorization = authorization;
        std::string body;
        const auto takeBody = [&](std::span<const std::byte> bytes) -> Result<void> {
            if (body.size() + bytes.size() > mostAnswerBytes)
                return fail(ErrorCode::TooLarge, "the server's answer is too long to be one of Danbooru's",
                            shownAddress(url));
            body.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            return {};
        };
        const auto head = session.get(
            request, [](const HttpAnswer&) { return Result<void>{}; }, takeBody, context);
        if (!head)
            return tl::unexpected(troubleOf(head.error(), url));
        if (isRedirect(head->status)) {
            const auto target = url.resolved(QUrl::fromEncoded(head->location));
            if (target == url || !mayRedirect(url, target))
                return tl::unexpected(troubleOf(*head, body, url, Asked::Api));
            url = target;
            continue;
        }
        if (head->status != 200)
            return tl::unexpected(troubleOf(*head, body, url, Asked::Api));
        answer = json::parse(body, nullptr, false);
        if (answer.is_discarded())
            return tl::unexpected(passing(
                head->contentType.startsWith("text/html")
                    ? "the server answers with a web page instead of data; check its address, or try later"
                    : "the server's answer breaks off or is no JSON; try again later",
                url));
        return {};
    }
    return tl::unexpected(Trouble{Trouble::Kind::Lasting,
                                  {ErrorCode::Io, "the server sends in circles", shownAddress(address)}});
}

Result<json> DanbooruClient::Private::ask(const MakeUrl& makeUrl, JobContext& context)
{
    NAKAMA_CHECK(valid);
    json answer;
    bool tooSlow = false;
    const auto outcome = patience.tryUntilDone(
        [&] {
            auto tried = attempt(makeUrl(tooSlow), answer, context);
            tooSlow = !tried && tried.error().tooSlowForServer;
            return tried;
        },
        context);
    lastStatus = outcome ? 200 : outcome.error().status;
    if (!outcome)
        return fail(outcome.error().error);
    return answer;
}

Result<Account> DanbooruClient::Private::askProfile(JobContext& context)
{
    NAKAMA_TRY(const auto answer, ask([&](bool) { return apiAddress(site, "/profile.json", {}); }, context));
    NAKAMA_TRY(auto account, accountFrom(answer));
    if (account.id)
        userAgent = "Nakama/" NAKAMA_VERSION " user #" + QByteArray::number(static_cast<qint64>(*account.id));
    introduced = true;
    return account;
}

Result<void> DanbooruClient::Private::introduce(JobContext& context)
{
    if (introduced || !params.credentials)
        return {};
    const auto account = askProfile(context);
    if (account)
        return {};
    // A key may be limited to other calls; who we are is a courtesy then left out.
    if (lastStatus != 403)
        return fail(account.error());
    spdlog::info("the key may not ask whose it is; the account's number is left out of the user agent");
    introduced = true;
    return {};
}

DanbooruClient::DanbooruClient(ClientParams params) : m_private(std::make_unique<Private>(std::move(params)))
{
}

DanbooruClient::~DanbooruClient() = default;

Result<PostList> DanbooruClient::posts(const std::string& tags, const PostPage& page, JobContext& context)
{
    NAKAMA_CHECK(m_private->introduce(context));
    int limit = std::clamp(page.limit, 1, 200);
    const auto makeUrl = [&](bool tooSlow) {
        if (tooSlow)
            limit = std::max(limit / 2, std::min(limit, fewestPosts));
        std::vector<std::pair<const char*, std::string>> query{
            {"tags", tags}, {"limit", std::to_string(limit)}, {"only", postFields}};
        if (page.from != PostPage::From::Newest)
            query.emplace_back("page",
                               (page.from == PostPage::From::Before ? "b" : "a") + std::to_string(page.id));
        return apiAddress(m_private->site, "/posts.json", query);
    };
    NAKAMA_TRY(const auto answer, m_private->ask(makeUrl, context));
    PostList list;
    NAKAMA_TRY(list.posts, postsFrom(answer, m_private->site));
    list.isLast = std::ssize(list.posts) < limit;
    return list;
}

Result<std::optional<std::int64_t>> DanbooruClient::count(const std::string& tags, JobContext& context)
{
    NAKAMA_CHECK(m_private->introduce(context));
    NAKAMA_TRY(const auto answer,
               m_private->ask(
                   [&](bool) {
                       return apiAddress(m_private->site, "/counts/posts.json", {{"tags", tags}});
                   },
                   context));
    return countFrom(answer);
}

Result<std::vector<TagInfo>> DanbooruClient::tags(const std::vector<std::string>& names, JobContext& context)
{
    NAKAMA_CHECK(m_private->introduce(context));
    if (names.empty())
        return std::vector<TagInfo>{};
    const auto joined = fmt::format("{}", fmt::join(names, ","));
    const auto makeUrl = [&](bool) {
        return apiAddress(m_private->site, "/tags.json",
                          {{"search[name_comma]", joined},
                           {"limit", "1000"},
                           {"only", "name,post_count,category,is_deprecated"}});
    };
    NAKAMA_TRY(const auto answer, m_private->ask(makeUrl, context));
    return tagsFrom(answer);
}

Result<std::vector<TagSuggestion>> DanbooruClient::autocomplete(const std::string& typed, JobContext& context)
{
    NAKAMA_CHECK(m_private->introduce(context));
    if (typed.empty()) // a blank search is redirected
        return std::vector<TagSuggestion>{};
    const auto makeUrl = [&](bool) {
        return apiAddress(m_private->site, "/autocomplete.json",
                          {{"search[query]", typed}, {"search[type]", "tag_query"}, {"limit", "10"}});
    };
    NAKAMA_TRY(const auto answer, m_private->ask(makeUrl, context));
    return suggestionsFrom(answer);
}

Result<Account> DanbooruClient::profile(JobContext& context)
{
    return m_private->askProfile(context);
}

Result<std::string> DanbooruClient::userAgent(JobContext& context)
{
    NAKAMA_CHECK(m_private->introduce(context));
    return m_private->userAgent.toStdString();
}

} // namespace nakama
