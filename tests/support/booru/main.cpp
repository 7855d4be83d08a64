#include "tests/support/booru/api.h"

#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <functional>
#include <mutex>
#include <thread>

using namespace nakama::booru;

namespace
{

using Clock = std::chrono::steady_clock;
using Answer = std::function<Response(const Request&)>;

/** One line of JSON a request, flushed: the reader may come at any time. */
class Log
{
public:
    explicit Log(const char* path) : m_file(path, std::ios::app) {}

    void write(const char* origin, int connection, const Request& request, int status)
    {
        const std::chrono::duration<double, std::milli> at = Clock::now().time_since_epoch();
        const nlohmann::json line{{"origin", origin},
                                  {"connection", connection},
                                  {"method", request.method},
                                  {"target", request.target},
                                  {"path", request.path},
                                  {"tags", request.parameter("tags")},
                                  {"userAgent", request.header("user-agent")},
                                  {"authorization", request.header("authorization")},
                                  {"acceptEncoding", request.header("accept-encoding")},
                                  {"range", request.header("range")},
                                  {"status", status},
                                  {"milliseconds", at.count()}};
        const std::lock_guard lock(m_mutex);
        m_file << line.dump() << std::endl;
    }

private:
    std::mutex m_mutex;
    std::ofstream m_file;
};

void serve(int client, int connection, const char* origin, const Answer& answer, Log& log)
{
    while (const auto request = receive(client)) {
        const auto userAgent = request->header("user-agent");
        const auto response =
            userAgent.empty() || userAgent.starts_with("Mozilla/") ? challenge() : answer(*request);
        log.write(origin, connection, *request, response.status);
        if (!sendResponse(client, *request, response))
            break;
    }
    ::shutdown(client, SHUT_WR);
    ::close(client);
}

void listenFor(int listener, const char* origin, const Answer& answer, Log& log)
{
    static std::atomic<int> connections{0};
    for (;;) {
        const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            return;
        std::thread(serve, client, ++connections, origin, answer, std::ref(log)).detach();
    }
}

} // namespace

/** stand_in_booru SCENARIO LOG: see test::StandInBooru, which starts it. Prints the ports of API and
 * pictures. */
int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    std::signal(SIGPIPE, SIG_IGN);
    std::ifstream file(argv[1]);
    Scenario scenario(nlohmann::json::parse(file));
    Log log(argv[2]);
    Pictures pictures;
    const auto [apiListener, apiPort] = listenOnLoopback();
    const auto [pictureListener, picturePort] = listenOnLoopback();
    Api api(scenario, pictures, "http://127.0.0.1:" + std::to_string(picturePort));
    PictureHost host(scenario, pictures);
    std::printf("%d %d\n", apiPort, picturePort);
    std::fflush(stdout);
    std::thread(
        listenFor, pictureListener, "pictures", [&](const Request& request) { return host.answer(request); },
        std::ref(log))
        .detach();
    listenFor(
        apiListener, "api", [&](const Request& request) { return api.answer(request); }, log);
    return 1;
}
