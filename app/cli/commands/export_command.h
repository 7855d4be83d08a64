#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <string>

namespace nakama
{

/** `export DIR OUT --format imagefolder|coco|csv [--links]` */
class ExportCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_target;
    std::string m_format;
    bool m_links = false;
};

} // namespace nakama
