#include "tests/support/booru/stand_in_booru.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <stdexcept>

namespace nakama::test
{

StandInBooru::StandInBooru(const nlohmann::json& scenario)
{
    const auto plan = (m_folder / "scenario.json").string(), log = (m_folder / "log").string();
    std::ofstream(plan) << scenario.dump();
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe could be made");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    char* arguments[] = {const_cast<char*>(STAND_IN_BOORU), const_cast<char*>(plan.c_str()),
                         const_cast<char*>(log.c_str()), nullptr};
    const int failed = ::posix_spawn(&m_process, STAND_IN_BOORU, &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    std::string ports;
    char letter = 0;
    while (failed == 0 && ::read(pipe[0], &letter, 1) == 1 && letter != '\n')
        ports += letter;
    ::close(pipe[0]);
    m_apiPort = ports.substr(0, ports.find(' '));
    if (m_apiPort.empty())
        throw std::runtime_error("the stand-in booru does not start");
}

StandInBooru::~StandInBooru()
{
    stop();
}

void StandInBooru::stop()
{
    if (m_process <= 0)
        return;
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
    m_process = -1;
}

std::vector<BooruRequest> StandInBooru::requests() const
{
    std::vector<BooruRequest> requests;
    std::ifstream log(m_folder / "log");
    for (std::string line; std::getline(log, line);) {
        const auto json = nlohmann::json::parse(line);
        requests.push_back({json["origin"], json["connection"], json["target"], json["path"], json["tags"],
                            json["userAgent"], json["authorization"], json["acceptEncoding"], json["range"],
                            json["status"], json["milliseconds"]});
    }
    return requests;
}

std::vector<BooruRequest> StandInBooru::requests(const std::string& origin, std::size_t from) const
{
    std::vector<BooruRequest> chosen;
    std::size_t number = 0;
    for (auto& request : requests())
        if (request.origin == origin && number++ >= from)
            chosen.push_back(std::move(request));
    return chosen;
}

nlohmann::json booruPost(std::int64_t id, const std::string& characters, const nlohmann::json& more)
{
    nlohmann::json post{
        {"id", id}, {"characters", characters}, {"general", "1boy"}, {"artists", "an_artist"}};
    post.update(more);
    return post;
}

} // namespace nakama::test
