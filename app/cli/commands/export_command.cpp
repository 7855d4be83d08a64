#include "app/cli/commands/export_command.h"

#include "core/collect/export_job.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

CLI::App* ExportCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand("export", "write the pictures by split and class, for other programs");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("OUT", m_target, "a new or empty folder, or a new .csv file")->required();
    command->add_option("--format", m_format, "imagefolder, coco or csv")
        ->required()
        ->check(CLI::IsMember({"imagefolder", "csv", "coco"}));
    command->add_flag("--links", m_links, "hard links instead of copies; edit none of them");
    return command;
}

Result<CommandOutput> ExportCommand::run(CommandContext& context)
{
    ExportParams params;
    params.target = m_target;
    params.format = m_format == "csv"    ? ExportFormat::Csv
                    : m_format == "coco" ? ExportFormat::Coco
                                         : ExportFormat::ImageFolder;
    params.files = m_links ? ExportFiles::HardLink : ExportFiles::Copy;
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadOnly));
    ExportJob job(workspace, params);
    NAKAMA_CHECK(context.run(job));
    CommandOutput output;
    output.json = {{"written", job.written()}, {"attribution", job.attributionFile().string()}};
    output.text = fmt::format("Wrote {} pictures to {}; {} says who drew them.\n", job.written(),
                              m_target.string(), job.attributionFile().string());
    return output;
}

} // namespace nakama
