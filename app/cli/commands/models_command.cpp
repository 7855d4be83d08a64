#include "app/cli/commands/models_command.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

CLI::App* ModelsListCommand::declare(CLI::App& app)
{
    return commandGroup(app, "models", "the architectures that can be trained, and weight files")
        .add_subcommand("list", "list the architectures and the devices");
}

Result<CommandOutput> ModelsListCommand::run(CommandContext& context)
{
    NAKAMA_TRY(auto* engine, context.engine());
    CommandOutput output;
    output.json = {{"library", engine->libraryVersion()},
                   {"models", nlohmann::json::array()},
                   {"devices", nlohmann::json::array()}};
    for (const auto& model : engine->models()) {
        output.json["models"].push_back({{"model", model.id},
                                         {"title", model.title},
                                         {"summary", model.summary},
                                         {"parameters", model.parameters},
                                         {"preprocessing", model.preprocessing}});
        output.text += fmt::format("  {:<24} {:<22} {:>6.1f} M  {}\n", model.id, model.title,
                                   static_cast<double>(model.parameters) / 1e6, model.summary);
    }
    for (const auto& device : engine->devices()) {
        output.json["devices"].push_back(
            {{"id", device.id}, {"name", device.name}, {"memory_bytes", device.memoryBytes}});
        output.text += fmt::format("  device {}: {}\n", device.id, device.name);
    }
    return output;
}

} // namespace nakama
