#include "tests/support/booru/api.h"

namespace nakama::booru
{

namespace
{

Response page(int status, const std::string& text)
{
    Response response;
    response.status = status;
    response.type = "text/html; charset=utf-8";
    response.headers = {{"Server", "cloudflare"}};
    response.body = "<!DOCTYPE html><html><body>" + text + "</body></html>";
    return response;
}

Response refusal(int status, const std::string& error, const std::string& message)
{
    Response response;
    response.status = status;
    response.body = nlohmann::json{{"success", false},
                                   {"error", error},
                                   {"message", message},
                                   {"backtrace", nlohmann::json::array()}}
                        .dump();
    return response;
}

} // namespace

Response challenge()
{
    auto response = page(403, "Just a moment...");
    response.headers.emplace_back("cf-mitigated", "challenge");
    return response;
}

std::optional<Response> generalFault(const Fault& fault)
{
    const auto withRetry = [&](Response response) {
        if (!fault.retryAfter.empty())
            response.headers.emplace_back("Retry-After", fault.retryAfter);
        return response;
    };
    if (fault.name == "challenge")
        return challenge();
    if (fault.name == "429")
        return withRetry(refusal(429, "RateLimiter::RateLimitError", "Rate limit exceeded"));
    if (fault.name == "429-html")
        return withRetry(page(429, "You are being rate limited"));
    if (fault.name == "500")
        return refusal(500, "ActiveRecord::StatementInvalid", "Something broke");
    if (fault.name == "query-canceled")
        return refusal(500, "ActiveRecord::QueryCanceled", "The database timed out running your query.");
    if (fault.name == "502" || fault.name == "503")
        return withRetry(page(std::stoi(fault.name), "Bad gateway"));
    if (fault.name == "401")
        return refusal(401, "SessionLoader::AuthenticationFailure", "Invalid API key");
    if (fault.name == "403")
        return refusal(403, "User::PrivilegeError", "Access denied");
    if (fault.name == "404")
        return refusal(404, "ActiveRecord::RecordNotFound", "That record was not found.");
    if (fault.name == "410")
        return refusal(410, "PaginationExtension::PaginationError", "You cannot go beyond page 1000.");
    if (fault.name == "422")
        return refusal(422, "PostQuery::TagLimitError", "You cannot search for more than 2 tags at a time.");
    if (fault.name == "html")
        return page(200, "Down for maintenance");
    return std::nullopt;
}

} // namespace nakama::booru
