#include "tests/support/stand_in_server.h"

#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <stdexcept>

namespace nakama::test
{

namespace
{

void mustWrite(const std::filesystem::path& path, std::string_view content)
{
    std::filesystem::create_directories(path.parent_path());
    if (!writeFileAtomically(path, content))
        throw std::runtime_error("the stand-in server's file could not be written");
}

pid_t spawn(const std::vector<std::string>& arguments, int standardOutput)
{
    std::vector<char*> argv;
    for (const auto& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, standardOutput, STDOUT_FILENO);
    pid_t process = -1;
    const int failed = ::posix_spawn(&process, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        throw std::runtime_error("the stand-in server does not start");
    return process;
}

} // namespace

StandInServer::StandInServer(const std::string& plan)
{
    mustWrite(m_folder / "plan.json", plan);
    std::filesystem::create_directories(m_folder / "files");
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe could be made");
    m_process = spawn({STAND_IN_SERVER, (m_folder / "files").string(), (m_folder / "plan.json").string(),
                       (m_folder / "log").string()},
                      pipe[1]);
    ::close(pipe[1]);
    char letter = 0;
    while (::read(pipe[0], &letter, 1) == 1 && letter != '\n')
        m_port += letter;
    ::close(pipe[0]);
    if (m_port.empty())
        throw std::runtime_error("the stand-in server does not answer");
}

StandInServer::~StandInServer()
{
    stop();
}

void StandInServer::stop()
{
    if (m_process <= 0)
        return;
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
    m_process = -1;
}

void StandInServer::put(const std::string& path, std::string_view content)
{
    mustWrite(m_folder / ("files" + path), content);
}

std::string StandInServer::address(const std::string& path) const
{
    return "http://127.0.0.1:" + m_port + path;
}

std::vector<SeenRequest> StandInServer::requests() const
{
    std::vector<SeenRequest> requests;
    std::ifstream log(m_folder / "log");
    for (std::string line; std::getline(log, line);) {
        const auto json = nlohmann::json::parse(line);
        requests.push_back({json["path"], json["range"], json["ifRange"], json["status"]});
    }
    return requests;
}

} // namespace nakama::test
