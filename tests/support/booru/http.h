#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nakama::booru
{

/** A GET as it came. */
struct Request
{
    std::string method;
    std::string target; ///< path and query, as sent
    std::string path;
    std::map<std::string, std::string> query;   ///< decoded
    std::map<std::string, std::string> headers; ///< names in lower case

    std::string header(const std::string& name) const;
    std::string parameter(const std::string& name) const;
};

/** What is answered, and how badly. */
struct Response
{
    int status = 200;
    std::string type = "application/json; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::optional<std::size_t> cutAfter; ///< bytes of the body, then the connection ends
    double stallSeconds = 0;             ///< before it ends or goes on
    std::size_t bytesPerSecond = 0;      ///< 0: at once
};

/** The next request of a connection; nothing when it has ended. */
std::optional<Request> receive(int client);
/** Sends it, packed with gzip where it is JSON and the client offers that; false ends the connection. */
bool sendResponse(int client, const Request& request, Response response);

/** Listens on a free port of this machine; the descriptor and the port. */
std::pair<int, int> listenOnLoopback();

} // namespace nakama::booru
