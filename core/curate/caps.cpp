#include "core/curate/caps.h"

#include "core/base/random.h"
#include "core/curate/split_groups.h"

#include <map>
#include <span>
#include <string>
#include <utility>

namespace nakama
{

Result<std::vector<bool>> withinCaps(const std::vector<SplitItem>& items, const SplitCaps& caps,
                                     std::uint64_t seed)
{
    if (caps.perClass < 0)
        return fail(ErrorCode::InvalidArgument, "a cap is a number of pictures, at least 1",
                    "cap of a class");
    for (const auto& [source, cap] : caps.perSource)
        if (cap < 1)
            return fail(ErrorCode::InvalidArgument, "a cap is a number of pictures, at least 1",
                        "cap of the source " + source);
    std::vector<bool> within(items.size(), true);
    if (!caps.isAny())
        return within;
    auto groups = splitGroups(items);
    RandomStream random(seed, RandomPurpose::Caps);
    random.shuffle(std::span(groups));
    std::map<int, int> ofClass;
    std::map<std::string, int> ofSource;
    for (const auto& group : groups) {
        auto classes = ofClass;
        auto sources = ofSource;
        bool fits = true;
        for (const auto position : group.items) {
            const auto& item = items[position];
            fits = fits && (caps.perClass == 0 || ++classes[item.classIndex] <= caps.perClass);
            const auto cap = caps.perSource.find(item.source);
            fits = fits && (cap == caps.perSource.end() || ++sources[item.source] <= cap->second);
        }
        if (fits) {
            ofClass = std::move(classes);
            ofSource = std::move(sources);
        }
        for (const auto position : group.items)
            within[position] = fits;
    }
    return within;
}

} // namespace nakama
