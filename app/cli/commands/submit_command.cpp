#include "app/cli/commands/submit_command.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace nakama
{

CLI::App* SubmitCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand(
        "submit", "answer the true test for the competition, by its sample: the same ids, order and header");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("--run", m_params.runId, "a run's id, or latest")->capture_default_str();
    command->add_option("--template", m_params.sample, "the competition's sample_submission.csv")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--out", m_params.out, "the CSV to write")->required();
    command->add_option("--device", m_params.device, "auto, cpu or cuda:N")->capture_default_str();
    return command;
}

Result<CommandOutput> SubmitCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    SubmitJob job(
        workspace, [&context] { return context.engine(); }, m_params);
    NAKAMA_CHECK(context.run(job));
    CommandOutput output;
    output.json = {{"run", job.runId()},
                   {"rows", job.rows()},
                   {"missing", job.missing()},
                   {"written", m_params.out.string()}};
    output.text = fmt::format("Wrote {} rows to {}.\n", job.rows(), m_params.out.string());
    if (!job.missing().empty())
        output.text += fmt::format("{} ids have no readable picture and keep the sample's own answer: {}\n",
                                   job.missing().size(), fmt::join(job.missing(), ", "));
    return output;
}

} // namespace nakama
