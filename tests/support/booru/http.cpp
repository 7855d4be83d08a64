#include "tests/support/booru/http.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <thread>

namespace nakama::booru
{

namespace
{

std::string decoded(const std::string& text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            result += static_cast<char>(std::strtol(text.substr(i + 1, 2).c_str(), nullptr, 16));
            i += 2;
        } else {
            result += text[i] == '+' ? ' ' : text[i];
        }
    }
    return result;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    return text;
}

Request parse(const std::string& head)
{
    std::istringstream lines(head);
    Request request;
    std::string line;
    std::getline(lines, line);
    std::istringstream first(line);
    first >> request.method >> request.target;
    const auto mark = request.target.find('?');
    request.path = decoded(request.target.substr(0, mark));
    std::istringstream pairs(mark == std::string::npos ? "" : request.target.substr(mark + 1));
    for (std::string pair; std::getline(pairs, pair, '&');) {
        const auto equals = pair.find('=');
        request.query[decoded(pair.substr(0, equals))] =
            equals == std::string::npos ? "" : decoded(pair.substr(equals + 1));
    }
    while (std::getline(lines, line)) {
        const auto colon = line.find(": ");
        if (colon != std::string::npos)
            request.headers[lower(line.substr(0, colon))] =
                line.substr(colon + 2, line.find('\r') - colon - 2);
    }
    return request;
}

std::string gzipped(const std::string& text)
{
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib does not start");
    std::string packed(deflateBound(&stream, text.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

bool sendAll(int client, std::string_view text)
{
    while (!text.empty()) {
        const auto sent = ::send(client, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool sendBody(int client, std::string_view body, const Response& response)
{
    const std::size_t piece =
        response.bytesPerSecond > 0 ? std::max<std::size_t>(response.bytesPerSecond / 20, 1) : body.size();
    while (!body.empty()) {
        if (!sendAll(client, body.substr(0, piece)))
            return false;
        body.remove_prefix(std::min(piece, body.size()));
        if (response.bytesPerSecond > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return true;
}

} // namespace

std::string Request::header(const std::string& name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

std::string Request::parameter(const std::string& name) const
{
    const auto found = query.find(name);
    return found == query.end() ? std::string() : found->second;
}

std::optional<Request> receive(int client)
{
    std::string head;
    char letter = 0;
    while (!head.ends_with("\r\n\r\n")) {
        if (head.size() > 65'536 || ::recv(client, &letter, 1, 0) != 1)
            return std::nullopt;
        head += letter;
    }
    return parse(head);
}

bool sendResponse(int client, const Request& request, Response response)
{
    const bool isJson = response.type.starts_with("application/json");
    if (isJson && request.header("accept-encoding").find("gzip") != std::string::npos) {
        response.body = gzipped(response.body);
        response.headers.emplace_back("Content-Encoding", "gzip");
    }
    auto head = "HTTP/1.1 " + std::to_string(response.status) + " x\r\nContent-Type: " + response.type +
                "\r\nContent-Length: " + std::to_string(response.body.size()) + "\r\n";
    for (const auto& [name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    if (!sendAll(client, head + "\r\n"))
        return false;
    const bool isCut = response.cutAfter && *response.cutAfter < response.body.size();
    const auto body =
        std::string_view(response.body).substr(0, isCut ? *response.cutAfter : response.body.size());
    if (!sendBody(client, body, response))
        return false;
    // A cut is seen after what came before it; at once, Qt would ask again by itself.
    std::this_thread::sleep_for(
        std::chrono::duration<double>(isCut ? std::max(response.stallSeconds, 0.1) : response.stallSeconds));
    return !isCut;
}

std::pair<int, int> listenOnLoopback()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener, generic, size) != 0 || ::listen(listener, 64) != 0 ||
        ::getsockname(listener, generic, &size) != 0)
        throw std::runtime_error("no port to listen on");
    return {listener, ntohs(address.sin_port)};
}

} // namespace nakama::booru
