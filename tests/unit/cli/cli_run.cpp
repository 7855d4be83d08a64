#include "tests/unit/cli/cli_run.h"

namespace nakama::test
{

CliResult cli(const std::vector<std::string>& arguments, const ProcessWatcher& watcher)
{
    auto process = runProcess(NAKAMA_BIN "/nakama-cli", arguments, watcher);
    CliResult result{process.exitCode, std::move(process.out), std::move(process.err), nullptr};
    if (nlohmann::json::accept(result.out))
        result.json = nlohmann::json::parse(result.out);
    return result;
}

CliResult cliJson(std::vector<std::string> arguments, const ProcessWatcher& watcher)
{
    arguments.insert(arguments.begin(), "--json");
    return cli(arguments, watcher);
}

} // namespace nakama::test
