#include "app/cli/commands/demo_command.h"

#include "app/cli/training_progress.h"
#include "core/base/paths.h"
#include "core/workflow/demo_job.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

DemoCommand::DemoCommand() : m_folder(dataFolder() / "sample"), m_epochs(demoTraining().epochs) {}

CLI::App* DemoCommand::declare(CLI::App& app)
{
    auto* command =
        app.add_subcommand("demo", "the whole job on the built-in sample: paint, split, train, judge");
    command->add_option("DIR", m_folder, "where the sample workspace is made")->capture_default_str();
    command->add_option("--epochs", m_epochs)->capture_default_str()->check(CLI::Range(1, 1000));
    command->add_option("--device", m_device, "auto, cpu or cuda:N")->capture_default_str();
    return command;
}

Result<CommandOutput> DemoCommand::run(CommandContext& context)
{
    NAKAMA_TRY(auto* engine, context.engine());
    auto request = demoTraining();
    request.epochs = m_epochs;
    request.device = m_device;
    context.setStateKept({{"workspace", m_folder.string()}});
    DemoJob job(m_folder, *engine, request, trainingProgress(context));
    NAKAMA_CHECK(context.run(job));

    const auto& metrics = job.metrics();
    CommandOutput output;
    output.json = {{"workspace", m_folder.string()},
                   {"sample", true},
                   {"run", job.runId()},
                   {"n", metrics.n},
                   {"loss", metrics.loss},
                   {"micro", metrics.f1.micro},
                   {"macro", metrics.f1.macro},
                   {"weighted", metrics.f1.weighted},
                   {"report", job.report().string()}};
    output.text =
        fmt::format("Sample workspace: {}\nRun {}: macro-F1 {:.4f} on {} test pictures of the built-in "
                    "sample.\nReport: {}\n",
                    m_folder.string(), job.runId(), metrics.f1.macro, metrics.n, job.report().string());
    return output;
}

} // namespace nakama
