#pragma once

#include "app/cli/command.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** `map DIR --run R --out MAP.csv`: where pictures lie when those that a run finds alike lie near. */
class MapCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_run = "latest";
    std::vector<std::string> m_splits{"train", "val", "test"};
    std::string m_method = "neighbours";
    int m_neighbours = 15;
    std::uint64_t m_seed = 1;
    std::filesystem::path m_out;
    std::string m_device = "auto";
};

} // namespace nakama
