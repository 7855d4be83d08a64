#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** `compare DIR RUN RUN… --split S` */
class CompareCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::vector<std::string> m_runs;
    std::string m_split = "test";
    std::string m_format = "text";
};

} // namespace nakama
