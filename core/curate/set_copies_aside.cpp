#include "core/curate/set_copies_aside.h"

#include "core/workspace/copy_store.h"
#include "core/workspace/edit_journal.h"

#include <set>
#include <vector>

namespace nakama
{

Result<int> setCopiesAside(Catalogue& catalogue)
{
    int count = 0;
    const auto choose = [&]() -> Result<void> {
        CopyStore store(catalogue);
        NAKAMA_TRY(const auto info, store.searchInfo());
        if (!info)
            return fail(ErrorCode::NotReady,
                        "no search for copies was made in this workspace; make one first", "duplicates");
        NAKAMA_TRY(const auto copies, store.copies());
        NAKAMA_TRY(const auto images, catalogue.images());
        std::set<std::int64_t> usable;
        for (const auto& image : images)
            if (image.pool == Pool::Pool && !image.setAside)
                usable.insert(image.id);
        PictureEdit edit{EditKind::SetCopiesAside, {}};
        for (const auto& copy : copies) {
            if (!copy.inGroup || !usable.contains(copy.imageId))
                continue;
            PictureChange change;
            change.imageId = copy.imageId;
            change.setAside.emplace(AsideReason::Copy);
            change.copyOf = copy.copyOf;
            edit.changes.push_back(change);
        }
        NAKAMA_TRY(const auto outcome, EditJournal(catalogue).edit(edit));
        count = static_cast<int>(outcome.changed.size());
        return {};
    };
    NAKAMA_CHECK(catalogue.transaction(choose));
    return count;
}

Result<int> takeCopiesBack(Catalogue& catalogue)
{
    int count = 0;
    const auto takeBack = [&]() -> Result<void> {
        EditJournal journal(catalogue);
        NAKAMA_TRY(const auto latest, journal.nextUndo());
        if (!latest)
            return {};
        if (latest->kind != EditKind::SetCopiesAside)
            return fail(ErrorCode::NotReady,
                        "pictures were changed by hand since copies were set aside; undo that first",
                        "duplicates");
        NAKAMA_TRY(const auto outcome, journal.undo());
        count = static_cast<int>(outcome.changed.size());
        return {};
    };
    NAKAMA_CHECK(catalogue.transaction(takeBack));
    return count;
}

} // namespace nakama
