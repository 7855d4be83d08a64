#pragma once

#include "app/cli/command.h"
#include "core/workspace/workspace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** `compare DIR RUN RUN… --split S[,S] [--own-sets]` */
class CompareCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    /** All runs on the same pictures. */
    Result<CommandOutput> compareOn(const std::string& split, const Workspace& workspace,
                                    CommandContext& context) const;
    /** Each run on the pictures that it was evaluated on. */
    Result<CommandOutput> compareOwn(const std::string& split, const Workspace& workspace) const;

    std::filesystem::path m_folder;
    std::vector<std::string> m_runs;
    std::string m_splits = "test"; ///< with commas between
    bool m_ownSets = false;
    std::string m_format = "text";
};

} // namespace nakama
