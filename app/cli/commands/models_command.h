#pragma once

#include "app/cli/command.h"

namespace nakama
{

/** `models list` */
class ModelsListCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;
};

} // namespace nakama
