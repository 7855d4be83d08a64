#pragma once

#include "app/cli/command.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace nakama
{

/** `evaluate DIR --run R --split train|val|test|true-test [--tta VIEWS] [--suspects N]
 * [--losses N] [--mistakes N] [--border N]` */
class EvaluateCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_run = "latest";
    std::string m_split = "test";
    std::string m_device = "auto";
    std::string m_views = "plain";
    std::size_t m_suspects = 0;
    std::size_t m_losses = 0;
    std::size_t m_mistakes = 0;
    std::size_t m_border = 0;
};

} // namespace nakama
