#include "app/cli/commands/predict_command.h"

#include "core/workflow/predict_job.h"
#include "core/workflow/runs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

CLI::App* PredictCommand::declare(CLI::App& app)
{
    auto* command =
        app.add_subcommand("predict", "ask a run of a workspace, or a checkpoint, about pictures");
    auto* run =
        command->add_option("--run", m_run, "a run of the workspace that is named first (an id, or latest)");
    command->add_option("--checkpoint", m_checkpoint, "a .safetensors checkpoint; needs no workspace")
        ->check(CLI::ExistingFile)
        ->excludes(run);
    command->add_option("--top", m_top, "how many classes to list")
        ->capture_default_str()
        ->check(CLI::Range(1, 1000));
    command->add_option("--device", m_device, "auto, cpu or cuda:N")->capture_default_str();
    command->add_option("PATH", m_paths, "the workspace (with --run), then pictures or folders")->required();
    return command;
}

Result<std::filesystem::path> PredictCommand::checkpoint()
{
    if (!m_checkpoint.empty())
        return m_checkpoint;
    NAKAMA_TRY(const auto workspace, Workspace::open(m_paths.front(), Access::ReadOnly));
    m_paths.erase(m_paths.begin());
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto run, catalogue.run(m_run.empty() ? "latest" : m_run));
    auto path = bestCheckpoint(workspace, run.id);
    if (!std::filesystem::exists(path))
        return fail(ErrorCode::NotReady, "this run has no finished epoch; train it first", run.id);
    return path;
}

Result<CommandOutput> PredictCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto path, checkpoint());
    NAKAMA_TRY(auto* engine, context.engine());
    PredictJob job(*engine, path, m_paths, m_top, m_device);
    NAKAMA_CHECK(context.run(job));

    CommandOutput output;
    output.json = {{"checkpoint", path.string()},
                   {"predictions", nlohmann::json::array()},
                   {"skipped", nlohmann::json::array()}};
    for (const auto& prediction : job.predictions()) {
        auto top = nlohmann::json::array();
        output.text += prediction.file.string() + "\n";
        for (const auto& [name, probability] : prediction.top) {
            top.push_back({{"class", name}, {"probability", probability}});
            output.text += fmt::format("  {:>6.2f} %  {}\n", 100 * probability, name);
        }
        output.json["predictions"].push_back(
            {{"file", prediction.file.string()}, {"top", std::move(top)}, {"verdict", prediction.verdict}});
    }
    for (const auto& skipped : job.skipped()) {
        output.json["skipped"].push_back({{"path", skipped.file.string()}, {"reason", skipped.reason}});
        context.say(fmt::format("skipped {}: {}", skipped.file.string(), skipped.reason));
    }
    return output;
}

} // namespace nakama
