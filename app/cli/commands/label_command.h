#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <string>

namespace nakama
{

/** `label DIR export|import FILE.csv [--set true-test|pool] [--annotator NAME] [--strict]` */
class LabelCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    Result<CommandOutput> exportTo();
    Result<CommandOutput> importFrom(CommandContext& context);

    std::filesystem::path m_folder;
    std::string m_direction;
    std::filesystem::path m_file;
    std::string m_set = "true-test";
    std::string m_annotator;
    bool m_strict = false;
};

} // namespace nakama
