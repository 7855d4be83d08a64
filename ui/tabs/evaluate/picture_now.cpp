#include "ui/tabs/evaluate/picture_now.h"

#include "core/workspace/catalogue.h"

#include <unordered_map>

namespace nakama
{

namespace
{

PictureNow::Change changeOf(const ImageRecord& record, const std::string& label, const std::string& before)
{
    if (record.setAside)
        return PictureNow::Change::OutOfUse;
    if (record.mark)
        return record.mark == PictureMark::SeveralCharacters ? PictureNow::Change::Several
                                                             : PictureNow::Change::OutOfUse;
    return label == before ? PictureNow::Change::None : PictureNow::Change::Relabelled;
}

} // namespace

Result<std::vector<PictureNow>> readPicturesNow(const Workspace& workspace,
                                                const EvaluatedPictures& evaluated)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto classes, catalogue.classes());
    NAKAMA_TRY(const auto records, catalogue.images());
    std::unordered_map<std::string_view, const ImageRecord*> known;
    for (const auto& record : records)
        known.emplace(record.sha256, &record);

    std::vector<PictureNow> now(evaluated.pictures().size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        const auto& picture = evaluated.pictures()[i];
        const auto found = known.find(picture.id);
        if (found == known.end())
            continue;
        const ImageRecord& record = *found->second;
        auto& state = now[i];
        state.imageId = record.id;
        state.file = workspace.imagePath(record.sha256, record.extension);
        if (record.classIndex >= 0)
            state.label = classes[static_cast<std::size_t>(record.classIndex)].name;
        const auto before =
            picture.trueClass < 0 ? std::string() : evaluated.classes()[std::size_t(picture.trueClass)];
        state.change = changeOf(record, state.label, before);
    }
    return now;
}

} // namespace nakama
