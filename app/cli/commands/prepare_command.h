#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <optional>
#include <string>

namespace nakama
{

/** `prepare DIR --model M [--size N] [--threads N]` */
class PrepareCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_model;
    std::optional<int> m_size;
    int m_threads = 0;
};

} // namespace nakama
