#include "core/base/atomic_file.h"
#include "core/base/hash.h"

#include <arpa/inet.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace
{

using nlohmann::json;

/** stand_in_server FOLDER PLAN LOG: see test::StandInServer, which starts it. */
struct Server
{
    std::filesystem::path folder;
    json plan;
    std::ofstream log;
    std::mutex mutex;

    /** What the plan says for this request; a fault that is not repeated is used up. */
    json faultFor(const std::string& path)
    {
        const std::lock_guard lock(mutex);
        auto& faults = plan[path];
        if (faults.empty())
            return json::object();
        auto fault = faults.front();
        if (!fault.value("repeat", false))
            faults.erase(faults.begin());
        return fault;
    }

    void write(const json& line)
    {
        const std::lock_guard lock(mutex);
        log << line.dump() << std::endl; // flushed: the reader may come at any time
    }
};

std::optional<std::string> readHead(int client)
{
    std::string head;
    char letter = 0;
    while (!head.ends_with("\r\n\r\n")) {
        if (head.size() > 65'536 || ::recv(client, &letter, 1, 0) != 1)
            return std::nullopt;
        head += letter;
    }
    return head;
}

std::string header(const std::string& head, const std::string& name)
{
    const auto at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos)
        return {};
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
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

void sendBody(int client, std::string_view body, const json& fault)
{
    if (fault.contains("cutAfter"))
        body = body.substr(0, fault["cutAfter"].get<std::size_t>());
    const auto pace = fault.value("bytesPerSecond", std::size_t{0});
    const std::size_t piece = pace > 0 ? std::max<std::size_t>(pace / 20, 1) : body.size();
    while (!body.empty()) {
        if (!sendAll(client, body.substr(0, piece)))
            return;
        body.remove_prefix(std::min(piece, body.size()));
        if (pace > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    // A cut is seen after what came before it; at once, Qt would ask again by itself.
    std::this_thread::sleep_for(
        std::chrono::duration<double>(fault.value("hangSeconds", fault.contains("cutAfter") ? 0.4 : 0.0)));
}

void answer(Server& server, int client, const std::string& head)
{
    const auto begin = head.find(' ') + 1;
    const auto path = head.substr(begin, head.find(' ', begin) - begin);
    const auto range = header(head, "Range");
    const auto ifRange = header(head, "If-Range");
    const auto fault = server.faultFor(path);
    const auto content = nakama::readTextFile(server.folder / path.substr(1));

    int status = content ? 200 : 404;
    std::string fields, body;
    std::size_t first = 0;
    if (fault.contains("status")) {
        status = fault["status"];
        body = "no\n";
        if (fault.contains("retryAfter"))
            fields += "Retry-After: " + fault["retryAfter"].get<std::string>() + "\r\n";
        if (fault.contains("location"))
            fields += "Location: " + fault["location"].get<std::string>() + "\r\n";
    } else if (content) {
        body = *content;
        const auto etag = "\"" + fault.value("etag", nakama::sha256(*content).substr(0, 12)) + "\"";
        if (!fault.value("noVersion", false))
            fields += "ETag: " + etag + "\r\n";
        const bool wantsRest = range.starts_with("bytes=") &&
                               (ifRange.empty() || ifRange == etag || fault.value("ignoreIfRange", false));
        if (wantsRest && !fault.value("ignoreRange", false)) {
            first = std::stoul(range.substr(6));
            const auto total = std::to_string(body.size());
            status = first < body.size() ? 206 : 416;
            fields += status == 416 ? "Content-Range: bytes */" + total + "\r\n"
                                    : "Content-Range: bytes " + std::to_string(first) + "-" +
                                          std::to_string(body.size() - 1) + "/" + total + "\r\n";
            body = status == 416 ? "" : body.substr(first);
        }
    }
    const auto length = fault.value("contentLength", static_cast<std::int64_t>(body.size()));
    server.write({{"path", path}, {"range", range}, {"ifRange", ifRange}, {"status", status}});
    if (sendAll(client, "HTTP/1.1 " + std::to_string(status) + " x\r\nConnection: close\r\n" + fields +
                            "Content-Length: " + std::to_string(length) + "\r\n\r\n"))
        sendBody(client, body, fault);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    std::signal(SIGPIPE, SIG_IGN);
    Server server;
    server.folder = argv[1];
    std::ifstream plan(argv[2]);
    server.plan = json::parse(plan);
    server.log.open(argv[3], std::ios::app);

    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener, generic, size) != 0 || ::listen(listener, 16) != 0 ||
        ::getsockname(listener, generic, &size) != 0)
        return 1;
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    for (;;) {
        const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            return 1;
        std::thread([&server, client] {
            if (const auto head = readHead(client))
                answer(server, client, *head);
            ::shutdown(client, SHUT_WR);
            ::close(client);
        }).detach();
    }
}
