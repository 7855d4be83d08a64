#include "app/cli/commands/import_command.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

namespace
{

constexpr std::size_t linesShown = 20;

std::string skippedText(const std::vector<SkippedFile>& skipped)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(skipped.size(), linesShown); ++i)
        text += fmt::format("  skipped {}: {}\n", skipped[i].path, skipped[i].reason);
    if (skipped.size() > linesShown)
        text += fmt::format("  … and {} more; --json lists them all\n", skipped.size() - linesShown);
    return text;
}

} // namespace

CLI::App* ImportCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand("import", "add pictures from folders, .zip archives and single files");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("PATH", m_paths, "folders with class folders, .zip archives, or pictures")
        ->required();
    command->add_option("--source", m_source, "what the pictures are from, such as kaggle");
    command->add_option("--into", m_into, "pool, or true-test")->check(CLI::IsMember({"pool", "true-test"}));
    command->add_option("--labels", m_labels,
                        "folders, none, or a .csv file with file and label columns; "
                        "single pictures outside of a class folder come without a label");
    command->add_option("--map", m_map, "FOLDER=CLASS: take an unknown folder as this class");
    command->add_option("--add-class", m_addClasses, "FOLDER: make a new class of an unknown folder");
    return command;
}

Result<ImportParams> ImportCommand::params() const
{
    ImportParams params;
    params.paths = m_paths;
    params.source = m_source;
    params.pool = *poolFromName(m_into);
    if (m_labels == "none") {
        params.labels = LabelSource::None;
    } else if (m_labels != "folders") {
        params.labels = LabelSource::Csv;
        params.csv = m_labels;
    }
    for (const auto& entry : m_map) {
        const auto equals = entry.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == entry.size())
            return fail(ErrorCode::InvalidArgument, "write it as FOLDER=CLASS, not '" + entry + "'", "--map");
        params.unknownFolders[entry.substr(0, equals)] = {FolderDecision::Kind::UseClass,
                                                          entry.substr(equals + 1)};
    }
    for (const auto& folder : m_addClasses)
        params.unknownFolders[folder] = {FolderDecision::Kind::AddClass, folder};
    return params;
}

Result<CommandOutput> ImportCommand::run(CommandContext& context)
{
    NAKAMA_TRY(auto importParams, params());
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    ImportJob job(workspace, std::move(importParams));
    const auto outcome = context.run(job);

    const auto& report = job.report();
    CommandOutput output;
    output.json = {{"imported", report.imported},
                   {"already_there", report.alreadyThere},
                   {"skipped", nlohmann::json::array()},
                   {"unknown_folders", nlohmann::json::array()}};
    for (const auto& skipped : report.skipped)
        output.json["skipped"].push_back({{"path", skipped.path}, {"reason", skipped.reason}});
    output.text = fmt::format("Imported {} pictures; {} were there already, {} skipped.\n", report.imported,
                              report.alreadyThere, report.skipped.size()) +
                  skippedText(report.skipped);
    for (const auto& folder : report.unknownFolders) {
        output.json["unknown_folders"].push_back({{"name", folder.name}, {"files", folder.files}});
        output.text +=
            fmt::format("  folder '{0}' ({1} files) is no class here: --map {0}=CLASS takes it as one, "
                        "--add-class {0} makes one, --labels none takes pictures without labels\n",
                        folder.name, folder.files);
    }
    if (!outcome) {
        context.setStateKept(output.json);
        return fail(outcome.error());
    }
    return output;
}

} // namespace nakama
