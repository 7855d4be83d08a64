#pragma once

#include "app/cli/command.h"

#include <filesystem>

namespace nakama
{

/** `models list [--cache DIR]` */
class ModelsListCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_cache;
};

} // namespace nakama
