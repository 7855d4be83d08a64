#include "app/cli/commands/bench_command.h"

#include "app/cli/picture_bench.h"
#include "core/augment/augment.h"
#include "core/imaging/prepared_store.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace nakama
{

namespace
{

CLI::App& benchGroup(CLI::App& app)
{
    return commandGroup(app, "bench", "how fast this machine is at one part of the work");
}

Result<CommandOutput> timed(CommandContext& context, const std::filesystem::path& folder, int threads,
                            PictureBench::Work work)
{
    PictureBench bench(folder, threads, std::move(work));
    NAKAMA_CHECK(context.run(bench));
    const auto& result = bench.result();
    const double perSecond = result.images / result.seconds;
    CommandOutput output;
    output.json = {{"images", result.images},          {"seconds", result.seconds},
                   {"images_per_second", perSecond},   {"threads", threads},
                   {"cpu_seconds", result.cpuSeconds}, {"failed", result.failed}};
    output.text = fmt::format("{} pictures in {:.2f} s with {} thread{}: {:.0f} a second\n", result.images,
                              result.seconds, threads, threads == 1 ? "" : "s", perSecond);
    for (const auto& failure : result.failed)
        output.text += fmt::format("  left out: {}\n", failure);
    return output;
}

} // namespace

CLI::App* BenchPipelineCommand::declare(CLI::App& app)
{
    auto* command = benchGroup(app).add_subcommand(
        "pipeline", "decode every picture of a folder and apply the whole training recipe");
    command->add_option("FOLDER", m_folder)->required();
    command->add_option("--size", m_size, "side of the model's input")
        ->capture_default_str()
        ->check(CLI::Range(32, 1024));
    command->add_option("--threads", m_threads)->capture_default_str()->check(CLI::Range(1, 256));
    return command;
}

Result<CommandOutput> BenchPipelineCommand::run(CommandContext& context)
{
    const auto preprocessing = Preprocessing{}.scaledTo(m_size);
    const auto recipe = AugmentParams::recipe();
    return timed(context, m_folder, m_threads,
                 [&](const std::filesystem::path& picture, std::size_t index) -> Result<void> {
                     NAKAMA_TRY(const auto shrunk, decodeShrunkFile(picture, preprocessing.resize));
                     const auto side = static_cast<std::size_t>(m_size);
                     thread_local std::vector<float> tensor;
                     tensor.resize(3 * side * side);
                     RandomStream random(1, RandomPurpose::Augment, 0, index);
                     augmentInto(shrunk, preprocessing, recipe, random, tensor.data());
                     return {};
                 });
}

CLI::App* BenchPrepareCommand::declare(CLI::App& app)
{
    auto* command = benchGroup(app).add_subcommand(
        "prepare", "write the shrunk copy of every picture of a folder, as training keeps them");
    command->add_option("FOLDER", m_folder)->required();
    command->add_option("OUT", m_out, "where the copies go")->required();
    command->add_option("--side", m_side, "their shorter side")
        ->capture_default_str()
        ->check(CLI::Range(32, 1024));
    command->add_option("--threads", m_threads)->capture_default_str()->check(CLI::Range(1, 256));
    return command;
}

Result<CommandOutput> BenchPrepareCommand::run(CommandContext& context)
{
    const PreparedStore store(m_out, {ResizeRule::Kind::ShorterSide, m_side});
    return timed(context, m_folder, m_threads,
                 [&](const std::filesystem::path& picture, std::size_t index) -> Result<void> {
                     // A workspace knows the hash since the import; here a number does as the key.
                     const PictureFile file{picture, fmt::format("{:064x}", index)};
                     std::error_code ignored;
                     std::filesystem::remove(store.pathOf(file.sha256), ignored);
                     return store.prepare(file);
                 });
}

} // namespace nakama
