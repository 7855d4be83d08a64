#pragma once

#include "app/cli/command.h"
#include "core/workflow/train_job.h"

#include <filesystem>
#include <string>

namespace CLI
{
class Option;
}

namespace nakama
{

/** `train DIR --model M …`: see the help for the settings. */
class TrainCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    Result<CommandOutput> findRate(const Workspace& workspace, CommandContext& context);
    Result<CommandOutput> estimate(const Workspace& workspace, CommandContext& context);

    std::filesystem::path m_folder;
    std::string m_weights;
    std::string m_freeze;
    bool m_noAugment = false;
    bool m_findRate = false;
    bool m_estimate = false;
    TrainRequest m_request;
    CLI::Option* m_epochs = nullptr;
};

} // namespace nakama
