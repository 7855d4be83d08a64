#include "app/cli/commands/models_inspect_command.h"

#include "core/models/inspect.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

namespace
{

/** Where neither the person nor the file says: as ImageNet has them. */
constexpr int usualClasses = 1000;

nlohmann::json jsonOf(const WeightInspection& inspection)
{
    nlohmann::json json{{"kind", inspection.kind},
                        {"identified", nullptr},
                        {"metadata", inspection.metadata},
                        {"notes", inspection.notes},
                        {"tensors", nlohmann::json::array()}};
    if (inspection.identified)
        json["identified"] = {{"model", inspection.identified->model},
                              {"text", inspection.identified->text},
                              {"classes", inspection.identified->classes}};
    for (const auto& tensor : inspection.tensors)
        json["tensors"].push_back({{"name", tensor.name}, {"dtype", tensor.dtype}, {"shape", tensor.shape}});
    return json;
}

std::string textOf(const WeightInspection& inspection)
{
    const auto what = inspection.identified ? inspection.identified->text : "no model that Nakama knows";
    auto text = fmt::format("{}, {} tensors: {}\n", inspection.kind, inspection.tensors.size(), what);
    for (const auto& note : inspection.notes)
        text += fmt::format("  {}\n", note);
    for (const auto& [key, value] : inspection.metadata)
        text += fmt::format("  {}: {:.200}\n", key, value);
    for (const auto& tensor : inspection.tensors)
        text += fmt::format("  {:<60} {:<5} ({})\n", tensor.name, tensor.dtype, fmt::join(tensor.shape, ","));
    return text;
}

} // namespace

CLI::App* ModelsInspectCommand::declare(CLI::App& app)
{
    auto* command =
        commandGroup(app, "models", "the architectures that can be trained, and weight files")
            .add_subcommand("inspect", "say what a weight file or folder holds; nothing in it runs");
    command->add_option("FILE", m_file, "a weight file, or a folder as Hugging Face publishes models")
        ->required();
    auto* model = command->add_option("--model", m_model, "also try to load it into this model, and report");
    command->add_option("--classes", m_classes, "for how many classes; else as the file has")
        ->check(CLI::Range(1, 1'000'000))
        ->needs(model);
    return command;
}

Result<CommandOutput> ModelsInspectCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto inspection, inspectWeights(m_file));
    CommandOutput output;
    output.json = jsonOf(inspection);
    output.text = textOf(inspection);
    if (m_model.empty())
        return output;

    if (m_classes == 0 && inspection.identified)
        m_classes = static_cast<int>(inspection.identified->classes);
    NAKAMA_TRY(auto* engine, context.engine());
    ForwardRequest request{
        .model = m_model, .weights = m_file, .classes = m_classes ? m_classes : usualClasses, .input = {}};
    NAKAMA_TRY(const auto answer, engine->forward(request));
    output.json["report"] = answer.report;
    for (const auto& line : linesOf(answer.report))
        output.text += line + "\n";
    return output;
}

} // namespace nakama
