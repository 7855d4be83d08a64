#include "tests/support/booru/api.h"

#include "tests/support/booru/search.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>
#include <stdexcept>

namespace nakama::booru
{

namespace
{

using nlohmann::json;

constexpr int goldLevel = 30, platinumLevel = 31, approverLevel = 37;

Response jsonResponse(const json& body)
{
    Response response;
    response.body = body.dump();
    return response;
}

Response refused(const std::string& fault)
{
    return *generalFault({fault, 1, 0, {}});
}

std::string fromBase64(const std::string& text)
{
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string result;
    unsigned bits = 0, count = 0;
    for (const char letter : text) {
        const auto value = letters.find(letter);
        if (value == std::string::npos)
            break;
        bits = (bits << 6) | static_cast<unsigned>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            result += static_cast<char>((bits >> count) & 0xff);
        }
    }
    return result;
}

/** Login and key as sent, in the header or the query; half of them, or none. */
std::pair<std::string, std::string> credentials(const Request& request)
{
    const auto header = request.header("authorization");
    if (header.starts_with("Basic ")) {
        const auto both = fromBase64(header.substr(6));
        return {both.substr(0, both.find(':')), both.substr(std::min(both.find(':') + 1, both.size()))};
    }
    return {request.parameter("login"), request.parameter("api_key")};
}

bool claimsAccount(const Request& request)
{
    return !request.header("authorization").empty() || request.query.contains("login") ||
           request.query.contains("api_key");
}

bool isHidden(const Post& post, const Account* account)
{
    const int level = account ? account->level : 0;
    return (post.kind == "banned" && level < approverLevel) || (post.kind == "gold" && level < goldLevel);
}

int tagLimit(const Account* account)
{
    const int level = account ? account->level : 0;
    return level >= platinumLevel ? 1000 : level >= goldLevel ? 6 : 2;
}

std::size_t wordCount(const std::string& text)
{
    std::istringstream words(text);
    return static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(words), {}));
}

} // namespace

Response Api::answer(const Request& request)
{
    const Account* account = nullptr;
    if (claimsAccount(request)) {
        const auto [login, key] = credentials(request);
        account = m_scenario.account(login, key);
        if (!account)
            return refused("401");
    }
    if (const auto fault = m_scenario.apiFault(request.path)) {
        if (auto response = generalFault(*fault))
            return *response;
        if (fault->name == "wrong-shape")
            return jsonResponse({{"posts", json::array()}});
        if (fault->name == "wrong-field")
            return jsonResponse(json::array({{{"id", "seven"}}}));
        if (fault->name == "count-null")
            return jsonResponse({{"counts", {{"posts", nullptr}}}});
        if (fault->name == "redirect") { // to another origin
            Response response;
            response.status = 302;
            response.headers.emplace_back("Location", m_pictureHost + "/elsewhere.json");
            return response;
        }
        auto response = posts(request, account);
        if (fault->name == "truncated")
            response.body.resize(response.body.size() / 2);
        else if (fault->name == "short")
            response.cutAfter = 20;
        else if (fault->name == "stall")
            response.stallSeconds = 60, response.cutAfter = 20;
        else
            throw std::runtime_error("no such fault: " + fault->name);
        return response;
    }
    const std::map<std::string, std::string> permissions{{"/posts.json", "posts:index"},
                                                         {"/counts/posts.json", "counts:posts"},
                                                         {"/tags.json", "tags:index"},
                                                         {"/autocomplete.json", "autocomplete:index"},
                                                         {"/profile.json", "users:profile"}};
    const auto needed = permissions.find(request.path);
    if (needed == permissions.end())
        return refused("404");
    if (account && account->permissions &&
        std::find(account->permissions->begin(), account->permissions->end(), needed->second) ==
            account->permissions->end())
        return refused("403");
    if (request.path == "/posts.json")
        return posts(request, account);
    if (request.path == "/counts/posts.json")
        return count(request);
    if (request.path == "/tags.json")
        return tags(request);
    if (request.path == "/autocomplete.json")
        return autocomplete(request);
    return profile(account);
}

Response Api::posts(const Request& request, const Account* account)
{
    const Search search(request.parameter("tags"), m_scenario);
    if (search.counted() > tagLimit(account) && search.counted() > 1)
        return refused("422");
    const auto limitText = request.parameter("limit");
    const int limit = std::clamp(limitText.empty() ? 20 : std::stoi(limitText), 1, 200);
    const auto pageText = request.parameter("page");
    if (!pageText.empty() && std::isdigit(static_cast<unsigned char>(pageText[0])) &&
        std::stoll(pageText) > 1000)
        return refused("410");
    std::vector<Post> matching;
    for (const auto& post : m_scenario.posts())
        if (search.matches(post))
            matching.push_back(post);
    auto list = json::array();
    for (const auto& post : page(matching, pageText, limit))
        list.push_back(postJson(post, account));
    m_scenario.answeredPosts();
    return jsonResponse(list);
}

json Api::postJson(const Post& post, const Account* account)
{
    const auto& file = m_pictures.file(m_scenario, post, "original");
    const auto md5 = m_pictures.md5(m_scenario, post);
    const auto url = [&](const std::string& variant, const std::string& extension) {
        return m_pictureHost + "/" + variant + "/" + md5.substr(0, 2) + "/" + md5.substr(2, 2) + "/" +
               std::to_string(post.id) + "-" + md5 + "." + extension;
    };
    const auto original = url("original", post.extension);
    const auto sample = post.width > 850 ? url("sample", "jpg") : original;
    std::string tags;
    for (const auto& tag : post.tags())
        tags += (tags.empty() ? "" : " ") + tag;
    const auto characters = wordCount(post.characters);
    json asset{{"id", post.id},
               {"file_ext", post.extension},
               {"file_size", file.size()},
               {"image_width", post.width},
               {"image_height", post.height},
               {"duration", nullptr},
               {"status", "active"},
               {"is_public", true}};
    if (post.animated)
        asset["duration"] = 1.5;
    json result{{"id", post.id},
                {"created_at", "2026-01-02T03:04:05.678-05:00"},
                {"updated_at", "2026-01-02T03:04:05.678-05:00"},
                {"uploader_id", 1},
                {"score", post.score},
                {"up_score", post.score},
                {"down_score", 0},
                {"fav_count", 3},
                {"source", post.source},
                {"rating", post.rating},
                {"file_ext", post.extension},
                {"file_size", file.size()},
                {"image_width", post.width},
                {"image_height", post.height},
                {"is_deleted", post.kind == "deleted"},
                {"is_banned", post.kind == "banned"},
                {"is_pending", false},
                {"is_flagged", false},
                {"parent_id", nullptr},
                {"pixiv_id", nullptr},
                {"has_children", false},
                {"tag_count", post.tags().size()},
                {"tag_count_character", characters},
                {"tag_string", tags},
                {"tag_string_general", post.general},
                {"tag_string_character", post.characters},
                {"tag_string_copyright", "one_piece"},
                {"tag_string_artist", post.artists},
                {"tag_string_meta", ""}};
    if (!isHidden(post, account)) {
        asset["md5"] = md5;
        asset["file_key"] = "k" + std::to_string(post.id);
        asset["variants"] = json::array({{{"type", "180x180"},
                                          {"url", url("180x180", "jpg")},
                                          {"width", 135},
                                          {"height", 180},
                                          {"file_ext", "jpg"}},
                                         {{"type", "720x720"},
                                          {"url", url("720x720", "jpg")},
                                          {"width", 540},
                                          {"height", 720},
                                          {"file_ext", "jpg"}}});
        result["md5"] = md5;
        result["file_url"] = original;
        result["large_file_url"] = sample;
        result["preview_file_url"] = url("180x180", "jpg");
    }
    result["media_asset"] = asset;
    return result;
}

Response Api::count(const Request& request)
{
    const Search search(request.parameter("tags"), m_scenario);
    const auto there = m_scenario.posts();
    const auto number =
        std::count_if(there.begin(), there.end(), [&](const Post& post) { return search.matches(post); });
    return jsonResponse({{"counts", {{"posts", number}}}});
}

std::map<std::string, int> Api::countsOfTags() const
{
    std::map<std::string, int> counts;
    for (const auto& post : m_scenario.posts())
        for (const auto& tag : post.tags())
            ++counts[tag];
    return counts;
}

Response Api::tags(const Request& request)
{
    std::set<std::string> wanted;
    std::istringstream names(request.parameter("search[name_comma]"));
    for (std::string name; std::getline(names, name, ',');)
        wanted.insert(name);
    auto list = json::array();
    int id = 0;
    for (const auto& [name, posts] : countsOfTags()) {
        ++id;
        if (wanted.contains(name))
            list.push_back({{"id", id},
                            {"name", name},
                            {"post_count", posts},
                            {"category", name.find("_(") != std::string::npos ? 4 : 0},
                            {"is_deprecated", false}});
    }
    return jsonResponse(list);
}

Response Api::autocomplete(const Request& request)
{
    const auto typed = request.parameter("search[query]");
    auto list = json::array();
    for (const auto& [name, posts] : countsOfTags()) {
        const auto begins = name.starts_with(typed);
        const bool isAlias = !begins && m_scenario.withoutAlias(typed) == name;
        if (begins || isAlias)
            list.push_back({{"type", isAlias ? "tag-alias" : "tag-word"},
                            {"label", name},
                            {"value", name},
                            {"category", 4},
                            {"post_count", posts},
                            {"antecedent", isAlias ? json(typed) : json(nullptr)}});
    }
    return jsonResponse(list);
}

Response Api::profile(const Account* account)
{
    if (!account)
        return jsonResponse({{"id", nullptr}, {"name", "Anonymous"}, {"level", 0}, {"tag_query_limit", 2}});
    json user{{"id", account->id},
              {"name", account->login},
              {"level", account->level},
              {"level_string", account->level >= goldLevel ? "Gold" : "Member"},
              {"is_banned", false}};
    user["tag_query_limit"] =
        account->level >= platinumLevel ? nlohmann::json() : nlohmann::json(tagLimit(account));
    return jsonResponse(user);
}

} // namespace nakama::booru
