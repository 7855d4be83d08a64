#include "core/workflow/asked_picture.h"

#include "core/base/hash.h"
#include "core/workspace/catalogue.h"

namespace nakama
{

Result<LabelledPicture> findPicture(const Workspace& workspace, const AskedPicture& picture)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    if (const auto* id = std::get_if<std::int64_t>(&picture)) {
        NAKAMA_TRY(const auto image, catalogue.image(*id));
        return LabelledPicture{workspace.imagePath(image.sha256, image.extension), image.sha256,
                               image.originalName, image.classIndex};
    }
    const auto& file = std::get<std::filesystem::path>(picture);
    NAKAMA_TRY(auto sha256, sha256OfFile(file));
    NAKAMA_TRY(const auto known, catalogue.findImage(sha256));
    return LabelledPicture{file, std::move(sha256), file.filename().string(), known ? known->classIndex : -1};
}

} // namespace nakama
