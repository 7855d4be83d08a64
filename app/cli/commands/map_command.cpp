#include "app/cli/commands/map_command.h"

#include "core/base/atomic_file.h"
#include "core/base/csv.h"
#include "core/workflow/feature_map_job.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

namespace
{

std::string className(const std::vector<ClassInfo>& classes, int index)
{
    return index >= 0 && static_cast<std::size_t>(index) < classes.size()
               ? classes[static_cast<std::size_t>(index)].name
               : std::string();
}

} // namespace

CLI::App* MapCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand(
        "map", "lay pictures out in the plane: what a run finds alike lies near each other");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("--run", m_run, "a run's id, or latest")->capture_default_str();
    command->add_option("--split", m_splits, "one or more, separated by commas")
        ->delimiter(',')
        ->capture_default_str()
        ->check(CLI::IsMember({"train", "val", "test", "true-test"}));
    command->add_option("--method", m_method, "pca: main directions; neighbours: keeps near what is near")
        ->capture_default_str()
        ->check(CLI::IsMember({"pca", "neighbours"}));
    command->add_option("--neighbours", m_neighbours, "of each picture that are kept near")
        ->capture_default_str()
        ->check(CLI::Range(2, 200));
    command->add_option("--seed", m_seed)->capture_default_str();
    command->add_option("--out", m_out, "the map, a CSV: id,file,class,split,x,y")->required();
    command->add_option("--device", m_device, "auto, cpu or cuda:N")->capture_default_str();
    return command;
}

Result<CommandOutput> MapCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadOnly));
    NAKAMA_TRY(auto* engine, context.engine());
    std::vector<EvaluationSet> sets;
    for (const auto& name : m_splits)
        sets.push_back(*evaluationSetFromName(name));
    const auto method = m_method == "pca" ? ProjectionMethod::Principal : ProjectionMethod::Neighbours;
    FeatureMapJob job(workspace, *engine, m_run, sets, {method, m_neighbours, m_seed}, m_device);
    NAKAMA_CHECK(context.run(job));

    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto classes, catalogue.classes());
    std::string csv = "id,file,class,split,x,y\n";
    for (const auto& point : job.points())
        csv += fmt::format("{},{},{},{},{},{}\n", point.picture.sha256, csvField(point.picture.name),
                           csvField(className(classes, point.picture.label)), evaluationSetName(point.set),
                           point.place.x, point.place.y);
    NAKAMA_CHECK(writeFileAtomically(m_out, csv));

    CommandOutput output;
    output.json = {{"pictures", job.points().size()},
                   {"method", m_method},
                   {"out", m_out.string()},
                   {"skipped", nlohmann::json::array()}};
    for (const auto& skipped : job.skipped())
        output.json["skipped"].push_back({{"path", skipped.file.string()}, {"reason", skipped.reason}});
    output.text = fmt::format("{} pictures in {}\n", job.points().size(), m_out.string());
    return output;
}

} // namespace nakama
