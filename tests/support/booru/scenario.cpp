#include "tests/support/booru/scenario.h"

#include <algorithm>
#include <sstream>

namespace nakama::booru
{

namespace
{

using nlohmann::json;

Post postFrom(const json& object)
{
    Post post;
    post.id = object.at("id");
    post.general = object.value("general", post.general);
    post.characters = object.value("characters", post.characters);
    post.artists = object.value("artists", post.artists);
    post.rating = object.value("rating", post.rating);
    post.score = object.value("score", post.score);
    post.extension = object.value("extension", post.extension);
    post.width = object.value("width", post.width);
    post.height = object.value("height", post.height);
    post.kind = object.value("kind", post.kind);
    post.animated = object.value("animated", post.animated);
    post.source = object.value("source", post.source);
    post.arrivesAfter = object.value("arrivesAfter", post.arrivesAfter);
    post.sample = object.value("sample", post.sample);
    post.copyOf = object.value("copyOf", post.copyOf);
    return post;
}

Account accountFrom(const json& object)
{
    Account account{object.at("login"), object.at("key"), object.at("id"), object.value("level", 20),
                    std::nullopt};
    if (object.contains("permissions"))
        account.permissions = object["permissions"].get<std::vector<std::string>>();
    return account;
}

std::vector<Fault> faultsFrom(const json& list)
{
    std::vector<Fault> faults;
    for (const auto& one : list)
        faults.push_back({one.at("fault"), one.value("times", 1), one.value("after", 0),
                          one.value("retryAfter", std::string())});
    return faults;
}

} // namespace

std::vector<std::string> Post::tags() const
{
    std::vector<std::string> tags;
    std::istringstream words(general + " " + characters + " " + artists);
    for (std::string word; words >> word;)
        tags.push_back(word);
    std::sort(tags.begin(), tags.end());
    return tags;
}

Scenario::Scenario(const json& plan)
{
    for (const auto& one : plan.value("posts", json::array()))
        m_posts.push_back(postFrom(one));
    std::sort(m_posts.begin(), m_posts.end(),
              [](const Post& one, const Post& other) { return one.id > other.id; });
    for (const auto& one : plan.value("accounts", json::array()))
        m_accounts.push_back(accountFrom(one));
    m_aliases = plan.value("aliases", m_aliases);
    for (const auto* origin : {"api", "pictures"})
        if (plan.contains(origin))
            for (const auto& [name, faults] : plan[origin].items())
                m_faults[name] = faultsFrom(faults);
}

std::vector<Post> Scenario::posts() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Post> there;
    std::copy_if(m_posts.begin(), m_posts.end(), std::back_inserter(there),
                 [&](const Post& post) { return post.arrivesAfter <= m_answered; });
    return there;
}

const Post* Scenario::post(std::int64_t id) const
{
    const auto found =
        std::find_if(m_posts.begin(), m_posts.end(), [&](const Post& post) { return post.id == id; });
    return found == m_posts.end() ? nullptr : &*found;
}

std::string Scenario::withoutAlias(const std::string& tag) const
{
    const auto found = m_aliases.find(tag);
    return found == m_aliases.end() ? tag : found->second;
}

const Account* Scenario::account(const std::string& login, const std::string& key) const
{
    for (const auto& account : m_accounts)
        if (account.login == login && account.key == key)
            return &account;
    return nullptr;
}

std::optional<Fault> Scenario::next(const std::string& name)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_faults.find(name);
    if (found == m_faults.end() || found->second.empty())
        return std::nullopt;
    auto& fault = found->second.front();
    if (fault.after > 0) {
        --fault.after;
        return std::nullopt;
    }
    const auto result = fault;
    if (fault.times > 0 && --fault.times == 0)
        found->second.erase(found->second.begin());
    return result;
}

std::optional<Fault> Scenario::apiFault(const std::string& path)
{
    return next(path);
}

std::optional<Fault> Scenario::pictureFault(std::int64_t post)
{
    return next(std::to_string(post));
}

void Scenario::answeredPosts()
{
    const std::lock_guard lock(m_mutex);
    ++m_answered;
}

} // namespace nakama::booru
