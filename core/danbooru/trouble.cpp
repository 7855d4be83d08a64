#include "core/danbooru/trouble.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nakama
{

namespace
{

using Kind = Trouble::Kind;

struct ServerWords
{
    std::string error;   ///< the class of the server's exception
    std::string message; ///< for people
};

/** The error body of Danbooru's code; empty for anything else. */
ServerWords wordsOf(const std::string& body)
{
    const auto json = nlohmann::json::parse(body, nullptr, false);
    const auto text = [&](const char* field) {
        const auto found = json.is_object() ? json.find(field) : json.end();
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    return {text("error"), text("message")};
}

std::string apiReason(int status, const ServerWords& words)
{
    const auto said = words.message.empty() ? "" : fmt::format(" ('{}')", words.message);
    switch (status) {
    case 401:
        return fmt::format("the server does not accept this login and key{}; check both: the key is the API "
                           "key of the account's page, not the password",
                           said);
    case 403:
        return fmt::format(
            "the server refuses this{}; a key with limited permissions needs posts:index, posts:show, "
            "counts:posts, tags:index, autocomplete:index and users:profile, and not another address (IP)",
            said);
    case 404:
        return fmt::format("the server does not have this{}; check the server's address", said);
    case 410:
        return fmt::format("the server does not list so many pages{}; narrow the search", said);
    case 422:
        return fmt::format("the server does not take this search{}; without an account, and as a Member, a "
                           "search has two tags at most, and 'solo' is one of them",
                           said);
    case 429:
        return fmt::format("the server says that there were too many requests{}; wait some minutes, and ask "
                           "for fewer a second",
                           said);
    case 500:
        return words.error == "ActiveRecord::QueryCanceled"
                   ? "the server's database needed too long for this search; try again later, or narrow it"
                   : fmt::format("the server has an error of its own{}; try again later", said);
    default:
        return status > 500 ? fmt::format("the server is down or overloaded (status {}){}; try again later",
                                          status, said)
                            : fmt::format("the server answers with status {}{}", status, said);
    }
}

std::string pictureReason(int status)
{
    if (status == 403)
        return "the picture's host refuses it (status 403)";
    if (status == 404 || status == 410)
        return fmt::format("the picture is gone from its host (status {})", status);
    if (status == 429)
        return "the picture's host says that there were too many requests; wait some minutes";
    if (status >= 500)
        return fmt::format("the picture's host is down or overloaded (status {}); try again later", status);
    return fmt::format("the picture's host answers with status {}", status);
}

bool isPassing(int status)
{
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

/** A page that asks for a browser: a robot's further attempts only make it worse. */
bool isChallenge(const HttpAnswer& answer)
{
    if (answer.status != 403 && answer.status != 503)
        return false;
    const bool fromCloudflare = answer.server.toLower().startsWith("cloudflare");
    const bool isPage = answer.contentType.toLower().startsWith("text/html");
    return answer.mitigated.toLower() == "challenge" || (answer.status == 403 && fromCloudflare && isPage);
}

} // namespace

std::string shownAddress(const QUrl& url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toStdString();
}

Trouble troubleOf(const HttpAnswer& answer, const std::string& body, const QUrl& url, Asked asked)
{
    Trouble trouble;
    trouble.status = answer.status;
    trouble.error.code = ErrorCode::Io;
    trouble.error.context = shownAddress(url);
    if (isChallenge(answer)) {
        trouble.kind = Kind::OfAll;
        trouble.error.message =
            "the server's protection against robots (Cloudflare) wants to see a browser, which Nakama does "
            "not pretend to be; wait an hour, log in with an account's key, or try from another network";
        return trouble;
    }
    const auto words = wordsOf(body);
    trouble.kind = isPassing(answer.status) ? Kind::Passing : Kind::Lasting;
    trouble.retryAfter = answer.retryAfter;
    if (answer.status == 422) // the search itself, not the server
        trouble.error.code = ErrorCode::InvalidArgument;
    trouble.tooMany = answer.status == 429;
    trouble.tooSlowForServer = answer.status == 500 && words.error == "ActiveRecord::QueryCanceled";
    trouble.error.message =
        asked == Asked::Api ? apiReason(answer.status, words) : pictureReason(answer.status);
    return trouble;
}

Trouble troubleOf(const HttpFailure& failure, const QUrl& url)
{
    if (failure.kind == HttpFailure::Kind::Refused) // by our own side: cancelled, disk full, too large
        return {failure.error.code == ErrorCode::TooLarge ? Kind::Lasting : Kind::OfAll, failure.error};
    Trouble trouble;
    trouble.kind = Kind::Passing;
    trouble.unreachable = failure.kind == HttpFailure::Kind::Unreachable;
    trouble.error = {ErrorCode::Io, {}, shownAddress(url)};
    trouble.error.message = trouble.unreachable
                                ? fmt::format("there is no connection to the server ({}); check the network, "
                                              "then go on: nothing that came is lost",
                                              failure.error.message)
                                : fmt::format("the connection ended early ({})", failure.error.message);
    return trouble;
}

} // namespace nakama
