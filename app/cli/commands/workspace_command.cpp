#include "app/cli/commands/workspace_command.h"

#include "core/curate/copy_families.h"
#include "core/workflow/caches.h"
#include "core/workspace/catalogue.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

namespace
{

CLI::App& workspaceGroup(CLI::App& app)
{
    return commandGroup(app, "workspace", "make a workspace, or tell what is in one");
}

/** How the pool is split, and whether copies let the parts know of each other. */
Result<void> tellSplit(Catalogue& catalogue, CommandOutput& output)
{
    NAKAMA_TRY(const auto info, catalogue.splitInfo());
    if (!info)
        return {};
    NAKAMA_TRY(const auto leaks, splitLeaks(catalogue));
    output.json["split"] = {{"ratios", {info->train, info->val, info->test}},
                            {"seed", info->seed},
                            {"at", info->at},
                            {"duplicates_ignored", !info->groupsKeptTogether},
                            {"groups_across", leaks.familiesAcross},
                            {"in_true_test", info->inTrueTest},
                            {"trained_on_true_test", leaks.inTrueTest},
                            {"beyond_caps", info->beyondCaps}};
    output.text +=
        info->groupsKeptTogether
            ? fmt::format("\n  split: copies are kept together; {} groups of them cross parts\n",
                          leaks.familiesAcross)
            : fmt::format("\n  split: copies were not heeded; {} groups of them are known to cross parts, "
                          "so figures may be too good\n",
                          leaks.familiesAcross);
    if (leaks.inTrueTest > 0)
        output.text +=
            fmt::format("  {} pictures of train and val have a copy in the true test\n", leaks.inTrueTest);
    return {};
}

} // namespace

CLI::App* WorkspaceCreateCommand::declare(CLI::App& app)
{
    auto* command = workspaceGroup(app).add_subcommand("create", "make a new workspace folder");
    command->add_option("DIR", m_folder, "the folder to make")->required();
    auto* preset =
        command->add_option("--preset", m_preset, "a ready-made set of classes, such as one-piece");
    command->add_option("--classes", m_classes, "class names, separated by commas")
        ->delimiter(',')
        ->excludes(preset);
    return command;
}

Result<CommandOutput> WorkspaceCreateCommand::run(CommandContext&)
{
    WorkspaceParams params;
    if (m_classes.empty()) {
        params.preset = m_preset.empty() ? "one-piece" : m_preset;
        auto preset = findPreset(params.preset);
        if (!preset)
            return fail(ErrorCode::InvalidArgument, preset.error().message, "--preset");
        params.classes = std::move(preset->classes);
    }
    for (const auto& name : m_classes)
        params.classes.push_back({name, name, {}, {}});

    NAKAMA_TRY(const auto workspace, Workspace::create(m_folder, params));
    CommandOutput output;
    output.json["workspace"] = std::filesystem::absolute(workspace.folder()).string();
    for (const auto& info : params.classes)
        output.json["classes"].push_back(info.name);
    output.text = fmt::format("Made the workspace {} with {} classes.\nNext: nakama-cli import {} PICTURES\n",
                              workspace.folder().string(), params.classes.size(), m_folder.string());
    return output;
}

CLI::App* WorkspaceInfoCommand::declare(CLI::App& app)
{
    auto* command = workspaceGroup(app).add_subcommand("info", "count the pictures of a workspace");
    command->add_option("DIR", m_folder, "the workspace")->required();
    return command;
}

Result<CommandOutput> WorkspaceInfoCommand::run(CommandContext&)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadOnly));
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto counts, catalogue.counts());
    NAKAMA_TRY(const auto classes, catalogue.classes());
    NAKAMA_TRY(const auto runs, catalogue.runs());

    CommandOutput output;
    auto& json = output.json;
    json = {{"workspace", std::filesystem::absolute(workspace.folder()).string()},
            {"format", Workspace::formatVersion()},
            {"sample", workspace.isSample()},
            {"images", counts.images},
            {"unlabelled", counts.unlabelled},
            {"per_class", counts.perClass},
            {"per_split", counts.perSplit},
            {"per_source", counts.perSource},
            {"per_class_split", counts.perClassSplit},
            {"classes", nlohmann::json::array()},
            {"runs", nlohmann::json::array()}};
    output.text = fmt::format("{}{}: {} pictures\n\n", workspace.folder().string(),
                              workspace.isSample() ? " (built-in sample)" : "", counts.images);
    for (const auto& info : classes) {
        json["classes"].push_back(info.name);
        output.text += fmt::format("  {:<20} {:>6}\n", info.name, counts.perClass.at(info.name));
    }
    output.text += "\n";
    for (const auto& [part, count] : counts.perSplit)
        output.text += fmt::format("  {:<20} {:>6}\n", part, count);
    NAKAMA_CHECK(tellSplit(catalogue, output));
    for (const auto& run : runs) {
        json["runs"].push_back({{"run", run.id},
                                {"model", run.model},
                                {"status", runStatusName(run.status)},
                                {"epochs", run.epochs},
                                {"best_epoch", run.bestEpoch},
                                {"best_macro", run.bestMacro}});
        output.text += fmt::format("\n  run {} {}, {} of {} epochs, best val macro-F1 {:.4f}", run.id,
                                   runStatusName(run.status), run.epochs, run.plannedEpochs, run.bestMacro);
    }
    if (!runs.empty())
        output.text += "\n";
    return output;
}

CLI::App* WorkspaceCleanCommand::declare(CLI::App& app)
{
    auto* command = workspaceGroup(app).add_subcommand(
        "clean",
        "list the caches of a workspace (shrunk pictures, features of frozen bodies) and their sizes");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_flag("--apply", m_apply, "delete them; what is needed is made again");
    return command;
}

Result<CommandOutput> WorkspaceCleanCommand::run(CommandContext&)
{
    NAKAMA_TRY(const auto workspace,
               Workspace::open(m_folder, m_apply ? Access::ReadWrite : Access::ReadOnly));
    CommandOutput output;
    output.json = {{"caches", nlohmann::json::array()}, {"bytes", 0}, {"deleted", m_apply}};
    std::uintmax_t bytes = 0;
    for (const auto& cache : cachesOf(workspace)) {
        if (m_apply)
            NAKAMA_CHECK(removeCache(cache));
        const auto name = std::filesystem::relative(cache.folder, workspace.folder()).string();
        output.json["caches"].push_back({{"folder", name}, {"bytes", cache.bytes}});
        output.text += fmt::format("{:>8} MB  {}\n", cache.bytes >> 20, name);
        bytes += cache.bytes;
    }
    output.json["bytes"] = bytes;
    output.text += m_apply ? fmt::format("Deleted {} MB.\n", bytes >> 20)
                           : fmt::format("{} MB in all; --apply deletes them, and what is needed is made "
                                         "again.\n",
                                         bytes >> 20);
    return output;
}

} // namespace nakama
