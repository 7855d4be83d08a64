#pragma once

#include "tests/support/process.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace nakama::test
{

/** nakama-cli's answer; json is what stdout held where that is exactly one JSON object, else null. */
struct CliResult
{
    int exitCode = -1;
    std::string out;
    std::string err;
    nlohmann::json json;
};

CliResult cli(const std::vector<std::string>& arguments, const ProcessWatcher& watcher = {});
/** The same with --json. */
CliResult cliJson(std::vector<std::string> arguments, const ProcessWatcher& watcher = {});

} // namespace nakama::test
