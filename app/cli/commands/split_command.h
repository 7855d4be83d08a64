#pragma once

#include "app/cli/command.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/**
 * `split DIR [--ratios 70/15/15] [--seed N] [--ignore-duplicates] [--use-true-test-copies] [--cap-class N]
 * [--cap-source NAME=N]… [--dry-run]`
 */
class SplitCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_ratios = "70/15/15";
    std::uint64_t m_seed = 1;
    bool m_ignoreDuplicates = false;
    bool m_useTrueTestCopies = false;
    bool m_dryRun = false;
    int m_classCap = 0;
    std::vector<std::string> m_sourceCaps;
};

} // namespace nakama
