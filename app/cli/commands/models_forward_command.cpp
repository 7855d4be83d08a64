#include "app/cli/commands/models_forward_command.h"

#include "core/base/atomic_file.h"
#include "core/models/published_preprocessing.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstring>

namespace nakama
{

namespace
{

std::size_t inputValues(int crop)
{
    return std::size_t{3} * static_cast<std::size_t>(crop) * static_cast<std::size_t>(crop);
}

} // namespace

CLI::App* ModelsForwardCommand::declare(CLI::App& app)
{
    auto* command =
        commandGroup(app, "models", "the architectures that can be trained, and weight files")
            .add_subcommand("forward", "the logits of a model with any weight file, for one picture");
    command->add_option("--model", m_model, "the model, see models list")->required();
    command->add_option("--weights", m_weights, "a weight file or folder")->required();
    command->add_option("--classes", m_classes, "outputs of the model")
        ->required()
        ->check(CLI::Range(1, 1'000'000));
    auto* sources = command->add_option_group("picture");
    sources->add_option("--input", m_input,
                        "raw little-endian float32 values, 3 × crop × crop, as the model takes them");
    sources->add_option("--image", m_image, "a picture, which gets the weights' own preprocessing");
    sources->require_option(1);
    command->add_option("--device", m_device, "auto, cpu or cuda:N")->capture_default_str();
    return command;
}

Result<std::vector<float>> ModelsForwardCommand::readInput(int crop) const
{
    NAKAMA_TRY(const auto bytes, readFile(m_input));
    std::vector<float> values(inputValues(crop));
    const auto wanted = values.size() * sizeof(float);
    if (bytes.size() != wanted)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format(
                "the input has {} bytes, and {} takes one picture of 3 × {} × {} float32 values, {} bytes",
                bytes.size(), m_model, crop, crop, wanted),
            m_input.string());
    std::memcpy(values.data(), bytes.data(), wanted);
    return values;
}

Result<std::vector<float>> ModelsForwardCommand::readImage(const Preprocessing& preprocessing) const
{
    // Decoded whole, so that the logits are PyTorch's on the same picture: what training and prediction feed,
    // a large JPEG decoded at reduced scale, moves them by some thousandths.
    NAKAMA_TRY(const auto picture, decodeImageFile(m_image));
    const auto shrunk = shrink(picture, preprocessing.resize);
    std::vector<float> values(inputValues(preprocessing.crop));
    normaliseInto(evaluationCrop(shrunk, preprocessing), preprocessing, values.data());
    return values;
}

Result<CommandOutput> ModelsForwardCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto spec, findModelSpec(m_model));
    NAKAMA_TRY(const auto preprocessing, preprocessingOf(spec, m_weights));
    ForwardRequest request{.model = m_model,
                           .weights = m_weights,
                           .classes = m_classes,
                           .crop = preprocessing.crop,
                           .input = {},
                           .device = m_device};
    NAKAMA_TRY(request.input, m_image.empty() ? readInput(preprocessing.crop) : readImage(preprocessing));
    NAKAMA_TRY(auto* engine, context.engine());
    NAKAMA_TRY(const auto answer, engine->forward(request));
    for (const auto& line : linesOf(answer.report))
        context.say(line);

    CommandOutput output;
    output.json = {{"model", m_model},
                   {"preprocessing", preprocessing},
                   {"report", answer.report},
                   {"logits", answer.logits}};
    for (std::size_t i = 0; i < answer.logits.size(); ++i)
        output.text += fmt::format("{:>6}  {:.6f}\n", i, answer.logits[i]);
    return output;
}

} // namespace nakama
