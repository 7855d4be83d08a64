#pragma once

#include "app/cli/command.h"

#include <filesystem>

namespace nakama
{

/** `demo [DIR]` */
class DemoCommand : public Command
{
public:
    DemoCommand();
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_device = "auto";
    int m_epochs;
};

} // namespace nakama
