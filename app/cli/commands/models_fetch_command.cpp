#include "app/cli/commands/models_fetch_command.h"

#include "core/base/paths.h"
#include "core/download/fetch_weights_job.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

CLI::App* ModelsFetchCommand::declare(CLI::App& app)
{
    auto* command = commandGroup(app, "models", "the architectures that can be trained, and weight files")
                        .add_subcommand("fetch", "get the published weights of a model into the cache");
    command->add_option("MODEL", m_model, "the model, see models list")->required();
    command->add_option("--cache", m_cache, "the cache folder; the weights come into its folder weights")
        ->default_str(cacheFolder().string());
    command
        ->add_option("--mirror", m_mirror,
                     "an address to ask instead of the makers'; their path is put behind it")
        ->envname("NAKAMA_WEIGHTS_MIRROR");
    return command;
}

Result<CommandOutput> ModelsFetchCommand::run(CommandContext& context)
{
    const auto* weights = findPublishedWeights(m_model);
    if (!weights) {
        std::string known;
        for (const auto& each : publishedWeights())
            known += (known.empty() ? "" : ", ") + each.model;
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("no weights are published for '{}'; choose one of {}", m_model, known));
    }
    FetchWeightsJob job(
        {*weights, m_cache.empty() ? cacheFolder() : std::filesystem::absolute(m_cache), m_mirror, {}});
    if (const auto outcome = context.run(job); !outcome) {
        if (outcome.error().code == ErrorCode::Cancelled)
            context.say("What came is kept; the same command goes on with it.");
        return fail(outcome.error());
    }
    CommandOutput output;
    output.json = {{"model", m_model},
                   {"path", job.path().string()},
                   {"sha256", job.sha256()},
                   {"licence", weights->licence}};
    output.text =
        fmt::format("{}\nSHA-256 {}\nlicence {}\nNext: nakama-cli train DIR --model {} --weights {}\n",
                    job.path().string(), job.sha256(), weights->licence, m_model,
                    m_cache.empty() ? "published" : job.path().string());
    return output;
}

} // namespace nakama
