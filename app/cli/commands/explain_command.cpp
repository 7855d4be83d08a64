#include "app/cli/commands/explain_command.h"

#include "core/base/atomic_file.h"
#include "core/evaluation/predictions.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "core/imaging/heat_overlay.h"
#include "core/workflow/explain_job.h"
#include "core/workflow/runs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

namespace
{

/** Index of a class of a run by its name; nothing where none is named. */
Result<std::optional<int>> classNamed(const Workspace& workspace, const std::string& runId,
                                      const std::string& name)
{
    if (name.empty())
        return std::nullopt;
    NAKAMA_TRY(const auto run, loadRun(workspace, runId));
    const auto found = std::ranges::find(run.config.classes, name);
    if (found == run.config.classes.end())
        return fail(ErrorCode::InvalidArgument, fmt::format("the run knows no class '{}'; choose one of {}",
                                                            name, fmt::join(run.config.classes, ", ")));
    return static_cast<int>(found - run.config.classes.begin());
}

} // namespace

CLI::App* ExplainCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand("explain", "draw what in a picture speaks for a class");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("--run", m_run, "a run's id, or latest")->capture_default_str();
    m_image.declare(*command);
    command->add_option("--class", m_class, "the class to explain; the run's answer if not given");
    command->add_option("--strength", m_strength, "how dense the overlay is")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--out", m_out, "the picture with the overlay, a PNG")->required();
    command->add_option("--device", m_device, "auto, cpu or cuda:N")->capture_default_str();
    return command;
}

Result<CommandOutput> ExplainCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadOnly));
    NAKAMA_TRY(const auto classIndex, classNamed(workspace, m_run, m_class));
    NAKAMA_TRY(auto* engine, context.engine());
    ExplainJob job(workspace, *engine, m_run, m_image.value(), classIndex, m_device);
    NAKAMA_CHECK(context.run(job));

    const auto& explanation = job.explanation();
    NAKAMA_TRY(const auto rgb, decodeImageFile(job.picture().file));
    NAKAMA_TRY(const auto png, encodePng(heatOverlay(rgb, explanation.map, explanation.area, m_strength)));
    NAKAMA_CHECK(writeFileAtomically(m_out, std::span<const std::byte>(png)));

    const auto explained = static_cast<std::size_t>(job.classIndex());
    Prediction answer;
    answer.logits = explanation.logits;
    const auto probability = answer.probabilities()[explained];
    CommandOutput output;
    output.json = {{"file", job.picture().file.string()},
                   {"class", job.classes()[explained]},
                   {"probability", probability},
                   {"method", explanation.method},
                   {"area",
                    {{"x", explanation.area.x},
                     {"y", explanation.area.y},
                     {"width", explanation.area.width},
                     {"height", explanation.area.height}}},
                   {"out", m_out.string()}};
    output.text =
        fmt::format("{}: {} ({:.1f} %), by {}, in {}\n", job.picture().name, job.classes()[explained],
                    100 * probability, explanation.method, m_out.string());
    return output;
}

} // namespace nakama
