#include "ui/tabs/augment/preview.h"

#include "ui/tabs/augment/tile_text.h"
#include "ui/viewmodels/convert.h"

#include <QPainter>

#include <cmath>

namespace nakama
{

namespace
{

constexpr std::size_t memoryBytes = std::size_t{64} << 20; ///< one picture is read once, not once an epoch

/** What to show: (position, epoch) of each tile. */
std::vector<std::pair<int, int>> chosen(const PreviewRequest& request)
{
    std::vector<std::pair<int, int>> tiles;
    const auto& pictures = *request.pictures;
    for (int i = 0; request.position >= 0 && i < request.count; ++i)
        tiles.emplace_back(request.position, request.epoch + i);
    for (std::size_t i = 0; request.position < 0 && i < pictures.size(); ++i)
        if (pictures[i].label == request.label && static_cast<int>(tiles.size()) < request.count)
            tiles.emplace_back(static_cast<int>(i), request.epoch);
    return tiles;
}

Result<std::vector<TilePreview>> makeTiles(PictureSource& source, const PreviewRequest& request,
                                           const JobContext& context)
{
    if (request.label < 0)
        return previewBatch(source, request.config, request.epoch, context);
    std::vector<TilePreview> tiles;
    Result<void> problem;
    for (const auto& [position, epoch] : chosen(request)) {
        NAKAMA_CHECK(context.checkpoint());
        if (auto tile = previewTile(source, position, request.config, epoch))
            tiles.push_back(*std::move(tile));
        else
            problem = fail(tile.error());
    }
    if (tiles.empty())
        NAKAMA_CHECK(problem);
    return tiles;
}

} // namespace

Result<std::vector<PreviewTile>> makePreview(const PreviewRequest& request, const JobContext& context)
{
    const auto& preprocessing = request.config.preprocessing;
    PictureSource source(*request.pictures, preprocessing.resize, request.preparedFolder, memoryBytes);
    NAKAMA_TRY(const auto tiles, makeTiles(source, request, context));
    std::vector<PreviewTile> preview;
    for (const auto& tile : tiles) {
        NAKAMA_CHECK(context.checkpoint());
        const auto& picture = request.pictures->at(static_cast<std::size_t>(tile.position));
        preview.push_back({toQImage(evaluationCrop(source.load(tile.position), preprocessing)),
                           toQImage(denormalised(tile.pixels, preprocessing)), toQString(picture.name),
                           tileCaption(tile.drawn), tileDetails(tile, request.config.seed)});
    }
    return preview;
}

QImage gridOf(const std::vector<PreviewTile>& tiles)
{
    if (tiles.empty())
        return {};
    constexpr int gap = 4;
    const int side = tiles.front().tile.width();
    const int count = static_cast<int>(tiles.size());
    const int columns = static_cast<int>(std::ceil(std::sqrt(count)));
    const int rows = (count + columns - 1) / columns;
    QImage grid(columns * (side + gap) + gap, rows * (side + gap) + gap, QImage::Format_RGB888);
    grid.fill(Qt::white);
    QPainter painter(&grid);
    for (int i = 0; i < count; ++i)
        painter.drawImage(gap + i % columns * (side + gap), gap + i / columns * (side + gap),
                          tiles[static_cast<std::size_t>(i)].tile);
    return grid;
}

} // namespace nakama
