#include "app/cli/commands/evaluate_command.h"

#include "app/cli/evaluation_output.h"
#include "core/evaluation/suspects.h"
#include "core/workflow/derived_run.h"
#include "core/workflow/evaluate_job.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <ranges>

namespace nakama
{

namespace
{

/** The first count suspects, as JSON and as lines. */
void addSuspects(CommandOutput& output, const PredictionTable& table, std::size_t count)
{
    output.json["suspects"] = nlohmann::json::array();
    output.text += "\nLabels to look at, the most doubtful first:\n";
    for (const auto& suspect : suspectedLabels(table) | std::views::take(count)) {
        const auto& row = table.rows[suspect.row];
        const auto& label = table.classes[static_cast<std::size_t>(suspect.label)];
        const auto& answer = table.classes[static_cast<std::size_t>(suspect.answer)];
        output.json["suspects"].push_back({{"id", row.id},
                                           {"file", row.file},
                                           {"label", label},
                                           {"suggested", answer},
                                           {"label_probability", suspect.labelProbability},
                                           {"suggested_probability", suspect.answerProbability},
                                           {"margin", suspect.score},
                                           {"confident", suspect.confident}});
        output.text += fmt::format("  {}: labelled {} ({:.2f}), rather {} ({:.2f})\n", row.file, label,
                                   suspect.labelProbability, answer, suspect.answerProbability);
    }
}

} // namespace

CLI::App* EvaluateCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand("evaluate", "judge a run on a part of the split, or on the true test");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("--run", m_run, "a run's id, or latest")->capture_default_str();
    command->add_option("--split", m_split)
        ->capture_default_str()
        ->check(CLI::IsMember({"train", "val", "test", "true-test"}));
    command->add_option("--device", m_device, "auto, cpu or cuda:N")->capture_default_str();
    command
        ->add_option(
            "--tta", m_views,
            "test-time augmentation: several views of each picture, averaged; kept as a run of its own")
        ->capture_default_str()
        ->check(CLI::IsMember({"plain", "flip", "crops", "flip-crops"}));
    command->add_option(
        "--suspects", m_suspects,
        "name so many labels that are probably wrong; on pictures that the run did not learn from");
    return command;
}

Result<CommandOutput> EvaluateCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    NAKAMA_TRY(const auto run, withTestViews(workspace, m_run, *testViewsFromName(m_views)));
    NAKAMA_TRY(auto* engine, context.engine());
    EvaluateJob job(workspace, *engine, run.id, *evaluationSetFromName(m_split), m_device);
    NAKAMA_CHECK(context.run(job));
    auto output = outputOf(job, m_split);
    if (m_suspects > 0)
        addSuspects(output, job.predictions(), m_suspects);
    return output;
}

} // namespace nakama
