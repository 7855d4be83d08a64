#include "app/cli/commands/split_command.h"

#include "core/curate/split_job.h"
#include "core/workspace/catalogue.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

CLI::App* SplitCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand("split", "divide the pool into train, val and test, class by class");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("--ratios", m_ratios, "train/val/test, such as 70/15/15");
    command->add_option("--seed", m_seed, "the same seed gives the same split");
    return command;
}

Result<CommandOutput> SplitCommand::run(CommandContext& context)
{
    auto params = parseSplitRatios(m_ratios);
    if (!params)
        return fail(ErrorCode::InvalidArgument, params.error().message, "--ratios");
    params->seed = m_seed;
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    SplitJob job(workspace, *params);
    NAKAMA_CHECK(context.run(job));

    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto counts, catalogue.counts());
    const auto& outcome = job.outcome();
    CommandOutput output;
    output.json = {{"per_split", counts.perSplit},
                   {"per_class_split", counts.perClassSplit},
                   {"groups_kept_together", outcome.groupsKeptTogether},
                   {"warnings", outcome.warnings}};
    output.text = fmt::format("train {}, val {}, test {}\n", counts.perSplit.at("train"),
                              counts.perSplit.at("val"), counts.perSplit.at("test"));
    for (const auto& warning : outcome.warnings)
        context.say("warning: " + warning);
    return output;
}

} // namespace nakama
