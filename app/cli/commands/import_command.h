#pragma once

#include "app/cli/command.h"
#include "core/collect/import_job.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** `import DIR PATH… [--source NAME] [--into pool|true-test] [--labels folders|none|FILE.csv] [--map
 * FOLDER=CLASS]…` */
class ImportCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    Result<ImportParams> params() const;

    std::filesystem::path m_folder;
    std::vector<std::filesystem::path> m_paths;
    std::string m_source = "import";
    std::string m_into = "pool";
    std::string m_labels = "folders";
    std::vector<std::string> m_map;
    std::vector<std::string> m_addClasses;
};

} // namespace nakama
