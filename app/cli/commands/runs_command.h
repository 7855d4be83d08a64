#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <string>
#include <vector>

namespace CLI
{
class Option;
}

namespace nakama
{

/** `runs list DIR` */
class RunsListCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
};

/** `runs show DIR [RUN]`: the complete configuration, which `train --config` takes, and its epochs. */
class RunsShowCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_run = "latest";
};

/** `runs note DIR RUN [--name NAME] [--text TEXT]` */
class RunsNoteCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_run;
    CLI::Option* m_name = nullptr;
    CLI::Option* m_text = nullptr;
};

/** `runs delete DIR RUN…` */
class RunsDeleteCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::vector<std::string> m_runs;
};

} // namespace nakama
