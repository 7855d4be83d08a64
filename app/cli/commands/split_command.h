#pragma once

#include "app/cli/command.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace nakama
{

/** `split DIR [--ratios 70/15/15] [--seed N]` */
class SplitCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_ratios = "70/15/15";
    std::uint64_t m_seed = 1;
};

} // namespace nakama
