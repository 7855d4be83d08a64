#include "app/cli/commands/evaluate_command.h"

#include "app/cli/evaluation_output.h"
#include "core/evaluation/suspects.h"
#include "core/workflow/derived_run.h"
#include "core/workflow/evaluate_job.h"
#include "core/workflow/open_set_job.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace nakama
{

namespace
{

/** A list of pictures that are worth a look: its field of the JSON, what it is called, and who is in it. */
struct PictureList
{
    const char* field;
    const char* title;
    std::vector<Suspect> suspects;
};

nlohmann::json jsonOf(const Suspect& suspect, const PredictionTable& table)
{
    const auto& row = table.rows[suspect.row];
    const auto name = [&](int index) { return table.classes[static_cast<std::size_t>(index)]; };
    return {{"id", row.id},
            {"file", row.file},
            {"label", suspect.label < 0 ? nlohmann::json() : nlohmann::json(name(suspect.label))},
            {"suggested", name(suspect.answer)},
            {"label_probability", suspect.labelProbability},
            {"suggested_probability", suspect.answerProbability}};
}

void addList(CommandOutput& output, const PredictionTable& table, const PictureList& list)
{
    auto& json = output.json[list.field] = nlohmann::json::array();
    output.text += fmt::format("\n{}:\n", list.title);
    for (const auto& suspect : list.suspects) {
        auto one = jsonOf(suspect, table);
        const bool wrong = suspect.answer != suspect.label;
        output.text += fmt::format("  {}: {} ({:.2f}), {} {} ({:.2f})\n", table.rows[suspect.row].file,
                                   one["label"].is_null() ? "without a label"
                                                          : "labelled " + one["label"].get<std::string>(),
                                   suspect.labelProbability, wrong ? "rather" : "answered",
                                   one["suggested"].get<std::string>(), suspect.answerProbability);
        if (list.field == std::string_view("suspects")) {
            one["margin"] = suspect.score;
            one["confident"] = suspect.confident;
        } else {
            one["score"] = suspect.score;
        }
        json.push_back(std::move(one));
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
    command->add_option("--losses", m_losses, "name so many pictures with the largest loss");
    command->add_option("--mistakes", m_mistakes, "name so many wrong answers, the surest first");
    command->add_option("--border", m_border, "name so many pictures between two classes, the closest first");
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
    context.setStateKept({{"report", job.report().string()}});
    OpenSetJob openSet(workspace, *engine, job.runId(), m_device);
    if (const auto made = context.run(openSet); !made) {
        if (made.error().code == ErrorCode::Cancelled)
            return fail(made.error());
        addWarning(output,
                   "Predictions of this run will not refuse pictures of none of the classes, since what "
                   "tells them could not be made: " +
                       made.error().text());
    }
    const auto& table = job.predictions();
    if (m_suspects > 0) {
        auto suspects = suspectedLabels(table);
        suspects.resize(std::min(m_suspects, suspects.size()));
        addList(output, table, {"suspects", "Labels to look at, the most doubtful first", suspects});
    }
    if (m_losses > 0)
        addList(output, table, {"losses", "The largest losses", topLosses(table, m_losses)});
    if (m_mistakes > 0)
        addList(output, table,
                {"mistakes", "Wrong answers, the surest first", confidentMistakes(table, m_mistakes)});
    if (m_border > 0)
        addList(output, table,
                {"border", "Between two classes, the closest first", nearTheBorder(table, m_border)});
    return output;
}

} // namespace nakama
