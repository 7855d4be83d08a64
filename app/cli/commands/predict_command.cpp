#include "app/cli/commands/predict_command.h"

#include "core/base/atomic_file.h"
#include "core/workflow/prediction_files.h"
#include "core/workflow/runs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ranges>

namespace nakama
{

namespace
{

/** How often verdicts are wrong and right, as measured where they were fitted; null where they were not. */
nlohmann::json ratesOf(const std::optional<OpenSet>& rule)
{
    if (!rule)
        return nullptr;
    nlohmann::json rates = {{"known_refused", rule->knownRefused}};
    if (rule->several) {
        rates["singles_called_several"] = rule->several->singles;
        rates["pairs_called_several"] = rule->several->pairs;
        rates["pairs_named"] = rule->several->named;
        rates["marked_called_several"] = rule->several->marked;
    }
    return rates;
}

std::string remarkOn(const PictureAnswer& answer)
{
    if (answer.verdict == noneVerdict)
        return ": none of the classes";
    if (answer.verdict == severalVerdict)
        return fmt::format(": several characters, perhaps {}", fmt::join(answer.several, " and "));
    return {};
}

} // namespace

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
    command->add_option("--csv", m_csv, "also write one row a picture into this file");
    command->add_option("--sort-into", m_sortInto,
                        "also copy each picture into a folder of its verdict's name below this one");
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

Result<std::vector<PictureAnswer>> PredictCommand::ask(CommandContext& context,
                                                       const std::filesystem::path& checkpoint)
{
    std::vector<PictureQuestion> questions;
    for (auto& file : filesBelow(m_paths))
        questions.push_back({static_cast<std::int64_t>(questions.size()), std::move(file), {}});
    if (questions.empty())
        return fail(ErrorCode::InvalidArgument,
                    "there is no file to predict; name pictures or a folder with pictures");
    auto pictures = std::make_shared<PictureQueue>();
    pictures->add(std::move(questions));
    NAKAMA_TRY(auto* engine, context.engine());
    std::vector<PictureAnswer> answers;
    PredictJob job(std::make_shared<LoadedModel>(*engine, checkpoint, m_device), pictures,
                   {[this](const AnsweringModel& model) {
                        if (model.openSet)
                            m_rule = model.openSet->rule;
                    },
                    [&](PictureAnswer answer) { answers.push_back(std::move(answer)); }});
    NAKAMA_CHECK(context.run(job));
    if (std::ranges::all_of(answers, [](const PictureAnswer& a) { return !a.problem.empty(); }))
        return fail(ErrorCode::CorruptData,
                    fmt::format("none of the {} files could be read; the first: {}", answers.size(),
                                answers.front().problem),
                    answers.front().file.string());
    return answers;
}

Result<void> PredictCommand::write(CommandContext& context, const std::vector<PictureAnswer>& answers)
{
    if (!m_csv.empty())
        NAKAMA_CHECK(writeFileAtomically(m_csv, answersCsv(answers, static_cast<std::size_t>(m_top))));
    if (m_sortInto.empty())
        return {};
    SortIntoFoldersJob job(answers, m_sortInto);
    NAKAMA_CHECK(context.run(job));
    context.say(fmt::format("{} copied into {}, {} were there", job.copied(), m_sortInto.string(),
                            job.alreadyThere()));
    return {};
}

Result<CommandOutput> PredictCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto path, checkpoint());
    NAKAMA_TRY(const auto answers, ask(context, path));
    NAKAMA_CHECK(write(context, answers));
    if (!m_rule)
        context.say(
            fmt::format("probabilities are as the model gives them, and no picture is refused; evaluating "
                        "the run calibrates them and fits what is refused, on {} validation pictures or more",
                        OpenSet::fewestPictures));

    CommandOutput output;
    output.json = {{"checkpoint", path.string()},
                   {"calibrated", m_rule.has_value()},
                   {"rates", ratesOf(m_rule)},
                   {"predictions", nlohmann::json::array()},
                   {"skipped", nlohmann::json::array()}};
    for (const auto& answer : answers) {
        if (!answer.problem.empty()) {
            output.json["skipped"].push_back({{"path", answer.file.string()}, {"reason", answer.problem}});
            context.say(fmt::format("skipped {}: {}", answer.file.string(), answer.problem));
            continue;
        }
        auto top = nlohmann::json::array();
        output.text += answer.file.string() + remarkOn(answer) + "\n";
        for (const auto& [name, probability] : answer.top | std::views::take(m_top)) {
            top.push_back({{"class", name}, {"probability", probability}});
            output.text += fmt::format("  {:>6.2f} %  {}\n", 100 * probability, name);
        }
        nlohmann::json prediction = {{"file", answer.file.string()},
                                     {"top", std::move(top)},
                                     {"verdict", answer.verdict},
                                     {"logits", answer.logits}};
        if (!answer.several.empty())
            prediction["several"] = answer.several;
        output.json["predictions"].push_back(std::move(prediction));
    }
    return output;
}

} // namespace nakama
