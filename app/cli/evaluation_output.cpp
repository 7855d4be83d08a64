#include "app/cli/evaluation_output.h"

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
    auto text = fmt::format("{} pictures of {} in {} groups of copies; split: {}\n  CE loss      {:.4f}\n",
                            metrics.n, split, metrics.groups, metrics.leakState(), metrics.loss);
    text += metricLine(metrics, "macro", metrics.f1.macro);
    text += metricLine(metrics, "micro", metrics.f1.micro);
    text += metricLine(metrics, "weighted", metrics.f1.weighted);
    text +=
        fmt::format("  top 3        {:.4f}\n  macro AP     {:.4f}\n", metrics.top3, metrics.averagePrecision);
    if (const auto& calibration = metrics.calibration)
        text += fmt::format(
            "  ECE          {:.4f}, {:.4f} before calibration (temperature {:.3f}, fitted on val)\n",
            calibration->eceAfter, calibration->eceBefore, calibration->temperature);
    text += fmt::format("\n  {:<20} {:>9} {:>9} {:>9} {:>9} {:>9}\n", "class", "precision", "recall", "F1",
                        "AP", "pictures");
    for (const auto& one : metrics.perClass)
        text += fmt::format("  {:<20} {:>9.4f} {:>9.4f} {:>9.4f} {:>9.4f} {:>9}\n", one.name, one.precision,
                            one.recall, one.f1, one.averagePrecision, one.support);
    return text;
}

} // namespace

CommandOutput outputOf(const EvaluateJob& job, const std::string& split)
{
    CommandOutput output;
    output.json = job.metrics();
    output.json["run"] = job.runId();
    output.json["split"] = split;
    output.json["report"] = job.report().string();
    output.json["skipped"] = nlohmann::json::array();
    for (const auto& skipped : job.skipped())
        output.json["skipped"].push_back({{"path", skipped.file.string()}, {"reason", skipped.reason}});
    output.json["warnings"] = nlohmann::json::array();
    output.text = textOf(job.metrics(), split) + fmt::format("\nReport: {}\n", job.report().string());
    for (const auto& warning : job.warnings())
        addWarning(output, warning);
    return output;
}

void addWarning(CommandOutput& output, const std::string& warning)
{
    output.json["warnings"].push_back(warning);
    output.text += "Note: " + warning + "\n";
}

} // namespace nakama
