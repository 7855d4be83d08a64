#include "app/cli/commands/label_command.h"

#include "core/label/label_csv.h"
#include "core/workspace/workspace.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

CLI::App* LabelCommand::declare(CLI::App& app)
{
    auto* command =
        app.add_subcommand("label", "write the labels of the true test or the pool as CSV, or read them");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("DIRECTION", m_direction, "export, or import")
        ->required()
        ->check(CLI::IsMember({"export", "import"}));
    command->add_option("FILE", m_file, "id,label,mark; the id is the original file name without ending")
        ->required();
    command->add_option("--set", m_set)->capture_default_str()->check(CLI::IsMember({"true-test", "pool"}));
    command->add_option("--annotator", m_annotator,
                        "import them as this person's answers; without it they settle the pictures");
    command->add_flag("--strict", m_strict, "import nothing where one row is bad");
    return command;
}

Result<CommandOutput> LabelCommand::run(CommandContext& context)
{
    return m_direction == "export" ? exportTo() : importFrom(context);
}

Result<CommandOutput> LabelCommand::exportTo()
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadOnly));
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const int rows, exportLabels(catalogue, *poolFromName(m_set), m_file));
    CommandOutput output;
    output.json = {{"labels", rows}, {"changed", 0}, {"rejected", nlohmann::json::array()}};
    output.text = fmt::format("Wrote the labels of {} pictures to {}.\n", rows, m_file.string());
    return output;
}

Result<CommandOutput> LabelCommand::importFrom(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    LabelImportParams params;
    params.file = m_file;
    params.pool = *poolFromName(m_set);
    params.annotator = m_annotator;
    params.badRows = m_strict ? BadRows::RefuseAll : BadRows::Refused;
    NAKAMA_TRY(const auto result, importLabels(catalogue, params));

    CommandOutput output;
    output.json = {
        {"labels", result.labels}, {"changed", result.changed}, {"rejected", nlohmann::json::array()}};
    for (const auto& row : result.rejected) {
        output.json["rejected"].push_back({{"row", row.row}, {"reason", row.reason}});
        context.say(fmt::format("row {}: {}", row.row, row.reason));
    }
    if (!result.imported) {
        context.setStateKept(output.json);
        return fail(ErrorCode::CorruptData,
                    fmt::format("{} rows are bad, so nothing was imported; mend them, or leave --strict out",
                                result.rejected.size()),
                    m_file.string());
    }
    output.text = fmt::format("Read {} labels: {} pictures changed, {} rows refused.\n", result.labels,
                              result.changed, result.rejected.size());
    return output;
}

} // namespace nakama
