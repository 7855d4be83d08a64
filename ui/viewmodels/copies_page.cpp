#include "ui/viewmodels/copies_page.h"

#include "core/curate/copy_families.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/copy_store.h"
#include "core/workspace/edit_journal.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace nakama
{

namespace
{

std::string className(const std::vector<ClassInfo>& classes, int index)
{
    if (index < 0)
        return {};
    const auto& info = classes.at(static_cast<std::size_t>(index));
    return info.displayName.empty() ? info.name : info.displayName;
}

void countUse(const CopyMember& member, CopiesPage& page)
{
    if (member.isKeeper() || member.image.pool != Pool::Pool || member.image.setAside)
        return;
    ++page.canSetAside;
    page.inSplit += member.image.split ? 1 : 0;
}

} // namespace

Result<CopiesPage> readCopiesPage(const Workspace& workspace, const JobContext& context)
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    const CopyStore store(catalogue);
    NAKAMA_TRY(const auto classes, catalogue.classes());
    NAKAMA_TRY(const auto info, store.searchInfo());
    NAKAMA_TRY(const auto copies, store.copies());
    NAKAMA_TRY(const auto latest, EditJournal(catalogue).nextUndo());
    NAKAMA_TRY(const auto images, catalogue.images());
    NAKAMA_CHECK(context.checkpoint());
    CopiesPage page;
    if (info) {
        page.images = info->images;
        page.unreadable = info->unreadable;
    }
    page.canTakeBack = latest && latest->kind == EditKind::SetCopiesAside ? latest->pictures : 0;
    std::unordered_map<std::int64_t, const ImageRecord*> byId;
    for (const auto& image : images)
        byId[image.id] = &image;
    for (const auto& group : copyGroups(copies)) {
        CopyGroupRow row{group.kind(), {}, {}};
        const auto add = [&](std::int64_t id, const CopyRecord& copy) {
            const auto& image = *byId.at(id);
            row.members.push_back({image, workspace.imagePath(image.sha256, image.extension), copy});
            countUse(row.members.back(), page);
            const auto name = className(classes, image.classIndex);
            if (std::find(row.classNames.begin(), row.classNames.end(), name) == row.classNames.end())
                row.classNames.push_back(name);
        };
        add(group.keeper, {});
        for (const auto& copy : group.copies)
            add(copy.imageId, copy);
        page.groups.push_back(std::move(row));
    }
    std::stable_sort(page.groups.begin(), page.groups.end(),
                     [](const auto& a, const auto& b) { return a.members.size() > b.members.size(); });
    return page;
}

} // namespace nakama
