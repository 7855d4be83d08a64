#pragma once

#include "app/cli/command_context.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <string>

namespace CLI
{
class App;
}

namespace nakama
{

/** What a command has to say: the JSON of the contract, and the same for people. */
struct CommandOutput
{
    nlohmann::json json = nlohmann::json::object();
    std::string text;
};

/** The subcommand that holds other commands ("workspace", "models"), made on first use. */
CLI::App& commandGroup(CLI::App& app, const std::string& name, const std::string& description);

/** One command of the command line: declares its options, then runs with them. */
class Command
{
public:
    Command() = default;
    virtual ~Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    /** Adds the subcommand with its options to app; the values land in members. Returns the subcommand. */
    virtual CLI::App* declare(CLI::App& app) = 0;
    virtual Result<CommandOutput> run(CommandContext& context) = 0;
};

} // namespace nakama
