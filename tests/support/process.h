#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace nakama::test
{

/** What a program that was run left behind. exitCode is −signal where a signal ended it. */
struct ProcessResult
{
    int exitCode = -1;
    std::string out;
    std::string err;
};

/** Called with all of stderr so far whenever more of it arrives, to act at a moment (send a signal). */
using ProcessWatcher = std::function<void(pid_t process, const std::string& err)>;

/** Runs a program to its end. Environment is inherited. */
ProcessResult runProcess(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                         const ProcessWatcher& watcher = {});

} // namespace nakama::test
