#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** `predict (DIR --run R | --checkpoint F) FILE… [--top K]` */
class PredictCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    /** The checkpoint; with --run, the first path is the workspace and is taken off the files. */
    Result<std::filesystem::path> checkpoint();

    std::vector<std::filesystem::path> m_paths;
    std::string m_run;
    std::filesystem::path m_checkpoint;
    int m_top = 5;
    std::string m_device = "auto";
};

} // namespace nakama
