#include "app/cli/commands/runs_command.h"

#include "core/workflow/run_note.h"
#include "core/workflow/runs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

namespace
{

CLI::App& runsGroup(CLI::App& app)
{
    return commandGroup(app, "runs", "list, show, name and delete the runs of a workspace");
}

nlohmann::json jsonOf(const Workspace& workspace, const RunRecord& run)
{
    const auto note = readRunNote(workspace, run.id);
    return {{"run", run.id},
            {"name", note.name},
            {"note", note.text},
            {"model", run.model},
            {"status", runStatusName(run.status)},
            {"message", run.message},
            {"started", run.startedAt},
            {"finished", run.finishedAt},
            {"epochs", run.epochs},
            {"planned_epochs", run.plannedEpochs},
            {"best_epoch", run.bestEpoch},
            {"best_macro", run.bestMacro},
            {"bytes", runBytes(workspace, run.id)}};
}

std::string textOf(const nlohmann::json& run)
{
    const auto field = [&](const char* name) { return run[name].get<std::string>(); };
    std::string text = field("run");
    if (const auto name = field("name"); !name.empty())
        text += fmt::format(" \"{}\"", name);
    text += fmt::format("\n  {}, {} of {} epochs", field("status"), run["epochs"].get<int>(),
                        run["planned_epochs"].get<int>());
    if (const int best = run["best_epoch"].get<int>(); best > 0)
        text +=
            fmt::format(", best val macro-F1 {:.4f} after epoch {}", run["best_macro"].get<double>(), best);
    text += fmt::format(", {} MB\n", run["bytes"].get<std::uint64_t>() >> 20);
    for (const char* more : {"message", "note"})
        if (const auto words = field(more); !words.empty())
            text += "  " + words + "\n";
    return text;
}

nlohmann::json jsonOf(const EpochRecord& epoch)
{
    return {{"epoch", epoch.epoch},         {"train_loss", epoch.trainLoss},
            {"val_loss", epoch.valLoss},    {"val_macro", epoch.val.macro},
            {"val_micro", epoch.val.micro}, {"val_weighted", epoch.val.weighted}};
}

} // namespace

CLI::App* RunsListCommand::declare(CLI::App& app)
{
    auto* command = runsGroup(app).add_subcommand("list", "all runs, with their names and notes");
    command->add_option("DIR", m_folder, "the workspace")->required();
    return command;
}

Result<CommandOutput> RunsListCommand::run(CommandContext&)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadOnly));
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto runs, catalogue.runs());
    CommandOutput output;
    output.json["runs"] = nlohmann::json::array();
    for (const auto& run : runs) {
        output.json["runs"].push_back(jsonOf(workspace, run));
        output.text += textOf(output.json["runs"].back());
    }
    if (runs.empty())
        output.text = fmt::format("No runs yet.\nNext: nakama-cli train {}\n", m_folder.string());
    return output;
}

CLI::App* RunsShowCommand::declare(CLI::App& app)
{
    auto* command = runsGroup(app).add_subcommand("show", "a run's configuration and epochs");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("RUN", m_run, "its id; the newest where none is given");
    return command;
}

Result<CommandOutput> RunsShowCommand::run(CommandContext&)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadOnly));
    NAKAMA_TRY(const auto details, loadRun(workspace, m_run));
    CommandOutput output;
    output.json = jsonOf(workspace, details.record);
    output.json["config"] = details.config;
    output.json["epoch_records"] = nlohmann::json::array();
    output.text = textOf(output.json) + "\n  epoch  train loss  val loss  macro-F1  micro-F1  weighted-F1\n";
    for (const auto& epoch : details.epochs) {
        output.json["epoch_records"].push_back(jsonOf(epoch));
        output.text +=
            fmt::format("  {:>5}  {:>10.4f}  {:>8.4f}  {:>8.4f}  {:>8.4f}  {:>11.4f}\n", epoch.epoch,
                        epoch.trainLoss, epoch.valLoss, epoch.val.macro, epoch.val.micro, epoch.val.weighted);
    }
    output.text += "\n" + output.json["config"].dump(2) + "\n";
    return output;
}

CLI::App* RunsNoteCommand::declare(CLI::App& app)
{
    auto* command =
        runsGroup(app).add_subcommand("note", "gives a run a name and a note; \"\" takes them away");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("RUN", m_run, "its id, or latest")->required();
    m_name = command->add_option("--name", "shown in lists beside the id");
    m_text = command->add_option("--text", "what is worth remembering of it");
    return command;
}

Result<CommandOutput> RunsNoteCommand::run(CommandContext&)
{
    if (m_name->empty() && m_text->empty())
        return fail(ErrorCode::InvalidArgument, "give --name, --text or both", "runs note");
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto run, catalogue.run(m_run));
    auto note = readRunNote(workspace, run.id);
    if (!m_name->empty())
        note.name = m_name->as<std::string>();
    if (!m_text->empty())
        note.text = m_text->as<std::string>();
    NAKAMA_CHECK(writeRunNote(workspace, run.id, note));
    CommandOutput output;
    output.json = jsonOf(workspace, run);
    output.text = textOf(output.json);
    return output;
}

CLI::App* RunsDeleteCommand::declare(CLI::App& app)
{
    auto* command = runsGroup(app).add_subcommand(
        "delete", "deletes runs with their weights, curves, answers and reports, for good");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("RUN", m_runs, "their ids")->required();
    return command;
}

Result<CommandOutput> RunsDeleteCommand::run(CommandContext&)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    for (const auto& id : m_runs) // all of them are there before the first goes
        NAKAMA_CHECK(catalogue.run(id));
    CommandOutput output;
    output.json["deleted"] = nlohmann::json::array();
    std::uint64_t bytes = 0;
    for (const auto& id : m_runs) {
        NAKAMA_TRY(const auto run, catalogue.run(id));
        const auto size = runBytes(workspace, run.id);
        NAKAMA_CHECK(deleteRun(workspace, run.id));
        bytes += size;
        output.json["deleted"].push_back(run.id);
        output.text += fmt::format("Deleted {}, {} MB.\n", run.id, size >> 20);
    }
    output.json["bytes"] = bytes;
    return output;
}

} // namespace nakama
