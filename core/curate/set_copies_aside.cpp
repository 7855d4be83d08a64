#include "core/curate/set_copies_aside.h"

#include "core/workspace/copy_store.h"

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
        std::vector<SetAsideRecord> chosen;
        for (const auto& copy : copies)
            if (copy.inGroup && usable.contains(copy.imageId))
                chosen.push_back({copy.imageId, "copy", copy.copyOf, 0, {}});
        count = static_cast<int>(chosen.size());
        return chosen.empty() ? Result<void>() : store.setAside(chosen);
    };
    NAKAMA_CHECK(catalogue.transaction(choose));
    return count;
}

} // namespace nakama
