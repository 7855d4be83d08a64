#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace nakama::booru
{

/** A post of the stand-in; its picture is painted from it, always the same. */
struct Post
{
    std::int64_t id = 0;
    std::string general, characters, artists; ///< tags, separated by spaces
    std::string rating = "g";
    int score = 10;
    std::string extension = "jpg";
    int width = 64, height = 48;
    std::string kind = "visible"; ///< or "banned", "gold" (hidden below Gold), "deleted"
    bool animated = false;        ///< has a duration
    std::string source;
    int arrivesAfter = 0; ///< answered requests of /posts.json
    int sample = -1;      ///< a character of the sample workspace, or −1: coloured squares
    int copyOf = 0;       ///< the picture of another post, by id; 0: its own

    std::vector<std::string> tags() const;
};

struct Account
{
    std::string login, key;
    std::int64_t id = 0;
    int level = 20;
    std::optional<std::vector<std::string>> permissions; ///< of its key: "posts:index"; nothing: all
};

/** What is answered instead of what was asked for. */
struct Fault
{
    std::string name;
    int times = 1;          ///< −1: always
    int after = 0;          ///< requests of the same path or picture that are answered well before
    std::string retryAfter; ///< header of a 429 or 503
};

/**
 * What the server knows and does wrong, from JSON such as
 * {"posts": [{"id": 7, "characters": "nami_(one_piece)"}], "aliases": {"nami": "nami_(one_piece)"},
 *  "accounts": [{"login": "a", "key": "k", "id": 5}], "api": {"/posts.json": [{"fault": "500"}]},
 *  "pictures": {"7": [{"fault": "short"}]}}.
 */
class Scenario
{
public:
    explicit Scenario(const nlohmann::json& plan);

    /** Those that are there by now, by falling id. */
    std::vector<Post> posts() const;
    const Post* post(std::int64_t id) const;
    std::string withoutAlias(const std::string& tag) const;
    const Account* account(const std::string& login, const std::string& key) const;

    std::optional<Fault> apiFault(const std::string& path);
    std::optional<Fault> pictureFault(std::int64_t post);
    void answeredPosts();

private:
    std::optional<Fault> next(const std::string& name);

    mutable std::mutex m_mutex;
    std::vector<Post> m_posts;
    std::map<std::string, std::string> m_aliases;
    std::vector<Account> m_accounts;
    std::map<std::string, std::vector<Fault>> m_faults;
    int m_answered = 0;
};

} // namespace nakama::booru
