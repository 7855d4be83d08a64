#pragma once

#include "app/cli/command.h"

#include <filesystem>

namespace nakama
{

/** `health DIR [--quick]`: what may be wrong with the pictures of a workspace, and what to do about it. */
class HealthCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    bool m_quick = false;
};

} // namespace nakama
