#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <string>

namespace nakama
{

/** `models fetch M [--cache DIR] [--mirror URL]` */
class ModelsFetchCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::string m_model;
    std::filesystem::path m_cache;
    std::string m_mirror;
};

} // namespace nakama
