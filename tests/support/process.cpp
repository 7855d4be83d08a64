#include "tests/support/process.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace nakama::test
{

namespace
{

struct Pipe
{
    std::array<int, 2> ends{};
    Pipe()
    {
        if (::pipe(ends.data()) != 0)
            throw std::runtime_error("no pipe could be made");
    }
};

[[noreturn]] void becomeProgram(const std::filesystem::path& program,
                                const std::vector<std::string>& arguments, const Pipe& out, const Pipe& err)
{
    ::dup2(out.ends[1], STDOUT_FILENO);
    ::dup2(err.ends[1], STDERR_FILENO);
    for (const int end : {out.ends[0], out.ends[1], err.ends[0], err.ends[1]})
        ::close(end);
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const auto& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execv(program.c_str(), argv.data());
    ::_exit(127);
}

} // namespace

ProcessResult runProcess(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                         const ProcessWatcher& watcher)
{
    const Pipe out;
    const Pipe err;
    const pid_t process = ::fork();
    if (process < 0)
        throw std::runtime_error("no process could be started");
    if (process == 0)
        becomeProgram(program, arguments, out, err);
    ::close(out.ends[1]);
    ::close(err.ends[1]);

    ProcessResult result;
    std::array<pollfd, 2> streams{{{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}}};
    std::array<std::string*, 2> texts{&result.out, &result.err};
    for (int open = 2; open > 0;) {
        ::poll(streams.data(), streams.size(), -1);
        for (std::size_t i = 0; i < streams.size(); ++i) {
            if (!(streams[i].revents & (POLLIN | POLLHUP)))
                continue;
            std::array<char, 4096> buffer{};
            const ssize_t got = ::read(streams[i].fd, buffer.data(), buffer.size());
            if (got <= 0) {
                ::close(streams[i].fd);
                streams[i].fd = -1; // poll ignores it from now on
                --open;
                continue;
            }
            texts[i]->append(buffer.data(), static_cast<std::size_t>(got));
            if (i == 1 && watcher)
                watcher(process, result.err);
        }
    }
    int status = 0;
    ::waitpid(process, &status, 0);
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return result;
}

} // namespace nakama::test
