#include "core/curate/copy_families.h"

#include "core/workspace/copy_store.h"

#include <array>
#include <set>
#include <string_view>

namespace nakama
{

std::string CopyGroup::kind() const
{
    std::string joined;
    for (const std::string_view part :
         {"exact", "resized", "recompressed", "cropped", "mirrored", "rotated", "inverted", "greyscale"}) {
        for (const auto& copy : copies) {
            if (("+" + copy.kind + "+").find("+" + std::string(part) + "+") == std::string::npos)
                continue;
            joined += (joined.empty() ? "" : "+") + std::string(part);
            break;
        }
    }
    return joined;
}

std::vector<CopyGroup> copyGroups(const std::vector<CopyRecord>& copies)
{
    std::vector<CopyGroup> groups;
    std::unordered_map<std::int64_t, std::size_t> places;
    for (const auto& copy : copies) {
        if (!copy.inGroup)
            continue;
        const auto [place, isNew] = places.try_emplace(copy.copyOf, groups.size());
        if (isNew)
            groups.push_back({copy.copyOf, {}});
        groups[place->second].copies.push_back(copy);
    }
    return groups;
}

std::unordered_map<std::int64_t, std::int64_t> copyFamilies(const std::vector<CopyRecord>& copies)
{
    std::unordered_map<std::int64_t, std::int64_t> parents;
    const auto rootOf = [&](std::int64_t id) {
        auto parent = parents.try_emplace(id, id).first->second;
        while (parent != id) {
            id = parent;
            parent = parents.at(id);
        }
        return id;
    };
    for (const auto& copy : copies)
        parents[rootOf(copy.imageId)] = rootOf(copy.copyOf);
    std::unordered_map<std::int64_t, std::int64_t> families;
    for (const auto& [id, parent] : parents)
        families[id] = rootOf(parent);
    return families;
}

Result<SplitLeaks> splitLeaks(Catalogue& catalogue)
{
    NAKAMA_TRY(const auto copies, CopyStore(catalogue).copies());
    NAKAMA_TRY(const auto images, catalogue.images());
    const auto families = copyFamilies(copies);
    std::unordered_map<std::int64_t, std::set<SplitPart>> parts;
    std::set<std::int64_t> inTrueTest;
    for (const auto& image : images) {
        const auto family = families.find(image.id);
        if (family == families.end())
            continue;
        if (image.pool == Pool::TrueTest)
            inTrueTest.insert(family->second);
        if (image.split)
            parts[family->second].insert(*image.split);
    }
    SplitLeaks leaks;
    for (const auto& [family, where] : parts)
        leaks.familiesAcross += where.size() > 1 ? 1 : 0;
    for (const auto& image : images) {
        const auto family = families.find(image.id);
        leaks.inTrueTest += image.split && *image.split != SplitPart::Test && family != families.end() &&
                                    inTrueTest.contains(family->second)
                                ? 1
                                : 0;
    }
    return leaks;
}

} // namespace nakama
