#include "app/cli/commands/augment_command.h"

#include "core/base/atomic_file.h"
#include "core/imaging/encode.h"
#include "core/models/model_spec.h"
#include "core/training/tile_preview.h"
#include "core/workflow/augment_settings.h"
#include "core/workspace/catalogue.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>

namespace nakama
{

namespace
{

constexpr int gap = 4; ///< white, between the tiles of a grid

/** The tiles side by side, about as wide as high. */
cv::Mat gridOf(const std::vector<TilePreview>& tiles, const Preprocessing& preprocessing)
{
    const int count = static_cast<int>(tiles.size());
    const int columns = static_cast<int>(std::ceil(std::sqrt(count)));
    const int step = preprocessing.crop + gap;
    cv::Mat grid((count + columns - 1) / columns * step + gap, columns * step + gap, CV_8UC3,
                 cv::Scalar::all(255));
    for (int i = 0; i < count; ++i)
        denormalised(tiles[static_cast<std::size_t>(i)].pixels, preprocessing)
            .copyTo(grid(cv::Rect(gap + i % columns * step, gap + i / columns * step, preprocessing.crop,
                                  preprocessing.crop)));
    return grid;
}

} // namespace

CLI::App* AugmentCommand::declare(CLI::App& app)
{
    auto* command =
        app.add_subcommand("augment", "draw what training gets of a picture in its first epochs, as a grid");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("--model", m_model, "the model, see models list")->required();
    command->add_option("--size", m_size, "side of the model's input, if not its own")
        ->check(CLI::Range(32, 1024));
    command->add_option("--image", m_image, "id of the picture")->required();
    command->add_option("--count", m_count, "epochs, and so tiles")
        ->capture_default_str()
        ->check(CLI::Range(1, 1024));
    command->add_option("--seed", m_seed, "of the training")->capture_default_str();
    command->add_option("--out", m_out, "the grid, a PNG")->required();
    return command;
}

Result<CommandOutput> AugmentCommand::run(CommandContext&)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadOnly));
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto image, catalogue.image(m_image));
    NAKAMA_TRY(const auto spec, findModelSpec(m_model));
    TrainingConfig config;
    config.preprocessing = m_size ? spec.preprocessing.scaledTo(*m_size) : spec.preprocessing;
    NAKAMA_TRY(config.augment, loadAugmentSettings(workspace));
    config.seed = m_seed;

    PictureSource source({{workspace.imagePath(image.sha256, image.extension), image.sha256,
                           image.originalName, image.classIndex}},
                         config.preprocessing.resize, workspace.preparedFolder(), std::size_t{64} << 20);
    std::vector<TilePreview> tiles;
    CommandOutput output;
    output.json = {{"image", m_image}, {"out", m_out.string()}, {"tiles", nlohmann::json::array()}};
    for (int epoch = 1; epoch <= m_count; ++epoch) {
        NAKAMA_TRY(auto tile, previewTile(source, 0, config, epoch));
        nlohmann::json drawn = tile.drawn;
        drawn["seed"] = m_seed;
        drawn["epoch"] = epoch;
        output.json["tiles"].push_back(std::move(drawn));
        tiles.push_back(std::move(tile));
    }
    NAKAMA_TRY(const auto png, encodePng(gridOf(tiles, config.preprocessing)));
    NAKAMA_CHECK(writeFileAtomically(m_out, std::span<const std::byte>(png)));
    output.text = fmt::format("{} tiles of {} ({}) in {}\n", m_count, image.originalName,
                              summaryOf(config.augment), m_out.string());
    return output;
}

} // namespace nakama
