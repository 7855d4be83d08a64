#include "app/cli/commands/ensemble_command.h"

#include "app/cli/evaluation_output.h"
#include "core/workflow/derived_run.h"
#include "core/workflow/evaluate_job.h"

#include <CLI/CLI.hpp>

namespace nakama
{

CLI::App* EnsembleCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand(
        "ensemble", "a run that answers with the mean of others' calibrated probabilities; evaluates it");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("RUN", m_runs, "ids of two runs or more")->required()->expected(2, -1);
    command->add_option("--split", m_split)
        ->capture_default_str()
        ->check(CLI::IsMember({"train", "val", "test", "true-test"}));
    command->add_option("--device", m_device, "auto, cpu or cuda:N")->capture_default_str();
    return command;
}

Result<CommandOutput> EnsembleCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    NAKAMA_TRY(const auto ensemble, ensembleOf(workspace, m_runs));
    NAKAMA_TRY(auto* engine, context.engine());
    EvaluateJob job(workspace, *engine, ensemble.id, *evaluationSetFromName(m_split), m_device);
    NAKAMA_CHECK(context.run(job));
    auto output = outputOf(job, m_split);
    output.json["members"] = derivedRun(workspace, ensemble.id)->members;
    return output;
}

} // namespace nakama
