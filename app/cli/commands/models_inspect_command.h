#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <string>

namespace nakama
{

/** `models inspect FILE [--model M [--classes K]]`; without --model it needs no LibTorch. */
class ModelsInspectCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_file;
    std::string m_model;
    int m_classes = 0;
};

} // namespace nakama
