#include "core/workspace/picture_edit.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nakama
{

namespace
{

constexpr std::array<std::pair<EditKind, std::string_view>, 12> kindNames{
    {{EditKind::Relabel, "relabel"},
     {EditKind::Unlabel, "unlabel"},
     {EditKind::Mark, "mark"},
     {EditKind::Exclude, "exclude"},
     {EditKind::SetCopiesAside, "set-copies-aside"},
     {EditKind::TakeBack, "take-back"},
     {EditKind::Delete, "delete"},
     {EditKind::Restore, "restore"},
     {EditKind::Move, "move"},
     {EditKind::Assign, "assign"},
     {EditKind::Split, "split"},
     {EditKind::Import, "import"}}};

PictureEdit sameFor(EditKind kind, const std::vector<std::int64_t>& ids, PictureChange change)
{
    PictureEdit edit{kind, {}};
    edit.changes.reserve(ids.size());
    for (const auto id : ids) {
        change.imageId = id;
        edit.changes.push_back(change);
    }
    return edit;
}

PictureEdit asideFor(EditKind kind, const std::vector<std::int64_t>& ids, std::optional<AsideReason> reason)
{
    PictureChange change;
    change.setAside = reason;
    return sameFor(kind, ids, change);
}

} // namespace

std::string_view editKindName(EditKind kind)
{
    return std::find_if(kindNames.begin(), kindNames.end(),
                        [&](const auto& entry) { return entry.first == kind; })
        ->second;
}

std::optional<EditKind> editKindFromName(std::string_view name)
{
    for (const auto& [kind, itsName] : kindNames)
        if (itsName == name)
            return kind;
    return std::nullopt;
}

PictureEdit relabelPictures(const std::vector<std::int64_t>& ids, int classIndex)
{
    PictureChange change;
    change.classIndex = classIndex;
    change.mark.emplace(std::nullopt);
    return sameFor(EditKind::Relabel, ids, change);
}

PictureEdit unlabelPictures(const std::vector<std::int64_t>& ids)
{
    auto edit = relabelPictures(ids, -1);
    edit.kind = EditKind::Unlabel;
    return edit;
}

PictureEdit markPictures(const std::vector<std::int64_t>& ids, PictureMark mark)
{
    PictureChange change;
    change.mark.emplace(mark);
    return sameFor(EditKind::Mark, ids, change);
}

PictureEdit excludePictures(const std::vector<std::int64_t>& ids)
{
    return asideFor(EditKind::Exclude, ids, AsideReason::Excluded);
}

PictureEdit takeBackPictures(const std::vector<std::int64_t>& ids)
{
    return asideFor(EditKind::TakeBack, ids, std::nullopt);
}

PictureEdit deletePictures(const std::vector<std::int64_t>& ids)
{
    return asideFor(EditKind::Delete, ids, AsideReason::Bin);
}

PictureEdit restorePictures(const std::vector<std::int64_t>& ids)
{
    return asideFor(EditKind::Restore, ids, std::nullopt);
}

PictureEdit movePictures(const std::vector<std::int64_t>& ids, Pool pool)
{
    PictureChange change;
    change.pool = pool;
    return sameFor(EditKind::Move, ids, change);
}

PictureEdit assignPictures(const std::vector<std::int64_t>& ids, std::optional<SplitPart> part)
{
    PictureChange change;
    change.split.emplace(part);
    return sameFor(EditKind::Assign, ids, change);
}

} // namespace nakama
