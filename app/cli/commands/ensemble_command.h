#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** `ensemble DIR RUN RUN… --split S`: makes a run of several and evaluates it. */
class EnsembleCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::vector<std::string> m_runs;
    std::string m_split = "test";
    std::string m_device = "auto";
};

} // namespace nakama
