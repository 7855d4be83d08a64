#include "app/cli/commands/prepare_command.h"

#include "core/workflow/input_cost.h"
#include "core/workflow/prepare_workspace_job.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

namespace
{

double inMegabytes(std::int64_t bytes)
{
    return static_cast<double>(bytes) / 1e6;
}

} // namespace

CLI::App* PrepareCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand("prepare", "shrink every picture once to what a model wants");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("--model", m_model, "the model, see models list")->required();
    command->add_option("--size", m_size, "side of the model's input, if not its own")
        ->check(CLI::Range(32, 1024));
    command->add_option("--threads", m_threads, "0: one a core")->check(CLI::Range(0, 64));
    return command;
}

Result<CommandOutput> PrepareCommand::run(CommandContext& context)
{
    NAKAMA_TRY(auto* engine, context.engine());
    const auto models = engine->models();
    const auto model =
        std::find_if(models.begin(), models.end(), [&](const auto& one) { return one.id == m_model; });
    if (model == models.end())
        return fail(ErrorCode::InvalidArgument,
                    "there is no model '" + m_model + "'; see nakama-cli models list", "--model");
    const auto preprocessing = m_size ? model->preprocessing.scaledTo(*m_size) : model->preprocessing;

    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadOnly));
    NAKAMA_TRY(const auto cost, inputCost(workspace, preprocessing.resize));
    if (cost.toPrepare > 0)
        context.say(
            fmt::format("{} pictures are to be prepared, about {:.1f} MB on the disk; {:.0f} MB are free.",
                        cost.toPrepare, inMegabytes(cost.diskBytes), inMegabytes(cost.diskFree)));
    PrepareWorkspaceJob job(workspace, preprocessing.resize, m_threads);
    NAKAMA_CHECK(context.run(job));

    const auto& result = job.result();
    CommandOutput output;
    output.json = {{"prepared", result.prepared},        {"reused", result.reused},
                   {"failed", nlohmann::json::array()},  {"seconds", result.seconds},
                   {"bytes_before", result.bytesBefore}, {"bytes_after", result.bytesAfter},
                   {"rule", preprocessing.resize.name()}};
    output.text =
        fmt::format("Prepared {} pictures ({}), reused {}, failed {}; {:.1f} s\nThe cache takes {:.1f} MB, "
                    "{:.1f} before\n",
                    result.prepared, preprocessing.resize.name(), result.reused, result.failed.size(),
                    result.seconds, inMegabytes(result.bytesAfter), inMegabytes(result.bytesBefore));
    for (const auto& failure : result.failed) {
        output.json["failed"].push_back({{"path", failure.path.string()}, {"reason", failure.reason}});
        output.text += fmt::format("  {}: {}\n", failure.path.string(), failure.reason);
    }
    return output;
}

} // namespace nakama
