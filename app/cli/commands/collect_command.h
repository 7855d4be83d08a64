#pragma once

#include "app/cli/command.h"
#include "core/danbooru/collect_job.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/**
 * `collect DIR [--class C]… [--limit N] [--server URL] [--rating g,s] [--min-score N] [--min-side PX]
 * [--solo]
 * [--one-character] [--variant V] [--login L [--key-file F]] [--tag CLASS=TAGS]… [--retry-failed] [--dry-run]
 * [--max-requests-per-second X] [--parallel N]`
 */
class CollectCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    Result<std::optional<Credentials>> credentials(CommandContext& context) const;
    Result<void> setTags(const Workspace& workspace) const;
    Result<CollectParams> params(const Workspace& workspace, CommandContext& context) const;
    CommandOutput output(const CollectReport& report, const std::vector<ClassInfo>& classes) const;

    std::filesystem::path m_folder;
    std::vector<std::string> m_classes;
    int m_limit = 100;
    std::string m_server;
    std::string m_ratings = "g,s";
    std::optional<int> m_minScore;
    int m_minSide = 0;
    bool m_solo = false;
    bool m_oneCharacter = false;
    std::string m_variant = "original";
    std::string m_login;
    std::filesystem::path m_keyFile;
    std::vector<std::string> m_tags;
    bool m_retryFailed = false;
    bool m_dryRun = false;
    double m_requestsPerSecond = 1;
    int m_parallel = 4;
};

} // namespace nakama
