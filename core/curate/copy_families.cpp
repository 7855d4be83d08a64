#include "core/curate/copy_families.h"

#include <array>
#include <set>
#include <string_view>
#include <unordered_map>

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
        if (!image.split || family == families.end())
            continue;
        if (parts.at(family->second).size() > 1)
            leaks.across.push_back(image.id);
        if (*image.split != SplitPart::Test && inTrueTest.contains(family->second))
            leaks.judged.push_back(image.id);
    }
    leaks.inTrueTest = static_cast<int>(leaks.judged.size());
    return leaks;
}

} // namespace nakama
