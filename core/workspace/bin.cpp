#include "core/workspace/bin.h"

#include "core/workspace/catalogue.h"

#include <spdlog/spdlog.h>

#include <vector>

namespace nakama
{

namespace
{

BinContents contentsOf(const std::vector<ImageRecord>& images)
{
    BinContents contents;
    for (const auto& image : images) {
        ++contents.pictures;
        contents.bytes += image.bytes;
    }
    return contents;
}

} // namespace

Result<BinContents> binContents(const Workspace& workspace)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    ImageFilter filter;
    filter.use = UseState::Bin;
    NAKAMA_TRY(const auto images, catalogue.images(filter));
    return contentsOf(images);
}

Result<BinContents> emptyBin(const Workspace& workspace)
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto images, catalogue.removeBinned());
    // The rows first: a crash between leaves files that nobody knows, and no row without its file.
    for (const auto& image : images) {
        std::error_code error;
        std::filesystem::remove(
            workspace.thumbnailFolder() / image.sha256.substr(0, 2) / (image.sha256 + ".jpg"), error);
        std::filesystem::remove(workspace.imagePath(image.sha256, image.extension), error);
        if (error)
            spdlog::warn("the file of a deleted picture stays: {} ({})",
                         workspace.imagePath(image.sha256, image.extension).string(), error.message());
    }
    return contentsOf(images);
}

} // namespace nakama
