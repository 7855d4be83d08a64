#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** `workspace create DIR [--preset ID] [--classes A,B,…]` */
class WorkspaceCreateCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_preset;
    std::vector<std::string> m_classes;
};

/** `workspace info DIR` */
class WorkspaceInfoCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
};

/** `workspace clean DIR [--apply]`: what may be deleted since it is made again, or deletes it. */
class WorkspaceCleanCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    bool m_apply = false;
};

} // namespace nakama
