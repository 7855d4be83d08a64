#include "app/cli/commands/neighbours_command.h"

#include "core/workflow/neighbours_job.h"
#include "core/workspace/catalogue.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

CLI::App* NeighboursCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand("neighbours", "list the training pictures that look alike to a run");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("--run", m_run, "a run's id, or latest")->capture_default_str();
    m_image.declare(*command);
    command->add_option("--count", m_count, "how many")->capture_default_str()->check(CLI::Range(1, 1000));
    command->add_option("--device", m_device, "auto, cpu or cuda:N")->capture_default_str();
    return command;
}

Result<CommandOutput> NeighboursCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadOnly));
    NAKAMA_TRY(auto* engine, context.engine());
    NeighboursJob job(workspace, *engine, m_run, m_image.value(), m_count, m_device);
    NAKAMA_CHECK(context.run(job));

    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto classes, catalogue.classes());
    CommandOutput output;
    output.json = {{"file", job.picture().file.string()}, {"neighbours", nlohmann::json::array()}};
    output.text = job.picture().name + "\n";
    for (const auto& near : job.near()) {
        const auto index = static_cast<std::size_t>(near.image.classIndex);
        const auto name = near.image.classIndex >= 0 && index < classes.size() ? classes[index].name : "";
        output.json["neighbours"].push_back({{"image", near.image.id},
                                             {"file", near.image.originalName},
                                             {"class", name},
                                             {"cosine", near.likeness},
                                             {"copy", near.copy}});
        output.text += fmt::format("  {:.4f}  {:<20} {:>8}  {}{}\n", near.likeness, name, near.image.id,
                                   near.image.originalName, near.copy ? "  (a copy)" : "");
    }
    return output;
}

} // namespace nakama
