#include "app/cli/commands/models_command.h"

#include "core/base/paths.h"
#include "core/models/published_weights.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

namespace
{

/** What is published for a model and whether it is here; null where nothing is. */
nlohmann::json weightsJson(const std::string& model, const std::filesystem::path& cache)
{
    const auto* weights = findPublishedWeights(model);
    if (!weights)
        return nullptr;
    const auto bytes = weights->files.back().bytes;
    const auto path = weightsPath(cache, *weights);
    return {{"file", path.filename().string()},
            {"bytes", bytes > 0 ? nlohmann::json(bytes) : nlohmann::json(nullptr)},
            {"megabytes", weights->megabytes},
            {"trained_on", weights->trainedOn},
            {"licence", weights->licence},
            {"present", areWeightsPresent(cache, *weights)},
            {"path", path.string()}};
}

std::string weightsText(const nlohmann::json& weights)
{
    if (weights.is_null())
        return "no published weights";
    return fmt::format("{} MB, {}", weights["megabytes"].get<int>(),
                       weights["present"] ? "here" : "not here");
}

} // namespace

CLI::App* ModelsListCommand::declare(CLI::App& app)
{
    auto* command =
        commandGroup(app, "models", "the architectures that can be trained, and weight files")
            .add_subcommand("list", "list the architectures, their published weights and the devices");
    command->add_option("--cache", m_cache, "the cache folder")->default_str(cacheFolder().string());
    return command;
}

Result<CommandOutput> ModelsListCommand::run(CommandContext& context)
{
    NAKAMA_TRY(auto* engine, context.engine());
    CommandOutput output;
    output.json = {{"library", engine->libraryVersion()},
                   {"models", nlohmann::json::array()},
                   {"devices", nlohmann::json::array()}};
    const auto cache = m_cache.empty() ? cacheFolder() : std::filesystem::absolute(m_cache);
    for (const auto& model : engine->models()) {
        const auto weights = weightsJson(model.id, cache);
        output.json["models"].push_back({{"model", model.id},
                                         {"title", model.title},
                                         {"summary", model.summary},
                                         {"parameters", model.parameters},
                                         {"preprocessing", model.preprocessing},
                                         {"weights", weights}});
        output.text +=
            fmt::format("  {:<24} {:<22} {:>6.1f} M  {:<20} {}\n", model.id, model.title,
                        static_cast<double>(model.parameters) / 1e6, weightsText(weights), model.summary);
    }
    for (const auto& device : engine->devices()) {
        output.json["devices"].push_back(
            {{"id", device.id}, {"name", device.name}, {"memory_bytes", device.memoryBytes}});
        output.text += fmt::format("  device {}: {}\n", device.id, device.name);
    }
    return output;
}

} // namespace nakama
