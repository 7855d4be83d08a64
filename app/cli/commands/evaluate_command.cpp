#include "app/cli/commands/evaluate_command.h"

#include "core/workflow/evaluate_job.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

namespace
{

std::string metricLine(const Metrics& metrics, const std::string& name, double value)
{
    const auto interval = metrics.intervals.find(name);
    if (interval == metrics.intervals.end())
        return fmt::format("  {:<9} F1 {:.4f}\n", name, value);
    return fmt::format("  {:<9} F1 {:.4f}   (95 %: {:.4f} to {:.4f})\n", name, value, interval->second.low,
                       interval->second.high);
}

std::string textOf(const Metrics& metrics, const std::string& split)
{
    auto text = fmt::format("{} pictures of {}\n  CE loss      {:.4f}\n", metrics.n, split, metrics.loss);
    text += metricLine(metrics, "macro", metrics.f1.macro);
    text += metricLine(metrics, "micro", metrics.f1.micro);
    text += metricLine(metrics, "weighted", metrics.f1.weighted);
    text +=
        fmt::format("\n  {:<20} {:>9} {:>9} {:>9} {:>9}\n", "class", "precision", "recall", "F1", "pictures");
    for (const auto& one : metrics.perClass)
        text += fmt::format("  {:<20} {:>9.4f} {:>9.4f} {:>9.4f} {:>9}\n", one.name, one.precision,
                            one.recall, one.f1, one.support);
    return text;
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
    return command;
}

Result<CommandOutput> EvaluateCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    NAKAMA_TRY(auto* engine, context.engine());
    EvaluateJob job(workspace, *engine, m_run, *evaluationSetFromName(m_split), m_device);
    NAKAMA_CHECK(context.run(job));

    CommandOutput output;
    output.json = job.metrics();
    output.json["run"] = job.runId();
    output.json["split"] = m_split;
    output.json["report"] = job.report().string();
    output.json["skipped"] = nlohmann::json::array();
    for (const auto& skipped : job.skipped())
        output.json["skipped"].push_back({{"path", skipped.file.string()}, {"reason", skipped.reason}});
    output.text = textOf(job.metrics(), m_split) + fmt::format("\nReport: {}\n", job.report().string());
    return output;
}

} // namespace nakama
