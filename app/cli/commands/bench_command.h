#pragma once

#include "app/cli/command.h"

#include <filesystem>

namespace nakama
{

/** `bench pipeline`: from a file to what training gets of it. */
class BenchPipelineCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    int m_size = 224;
    int m_threads = 1;
};

/** `bench prepare`: from a file to its shrunk copy on the disk. */
class BenchPrepareCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_out;
    int m_side = 232;
    int m_threads = 1;
};

} // namespace nakama
