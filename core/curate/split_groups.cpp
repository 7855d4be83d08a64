#include "core/curate/split_groups.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <tuple>

namespace nakama
{

namespace
{

/** The class that most of a group's pictures have; the first of several. */
int majorityClass(const std::vector<std::size_t>& positions, const std::vector<SplitItem>& items)
{
    std::map<int, int> votes;
    for (const auto position : positions)
        ++votes[items[position].classIndex];
    return std::max_element(votes.begin(), votes.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

} // namespace

std::vector<SplitGroup> splitGroups(const std::vector<SplitItem>& items)
{
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tie(items[a].sha256, items[a].imageId) < std::tie(items[b].sha256, items[b].imageId);
    });
    std::vector<SplitGroup> groups;
    std::map<std::int64_t, std::size_t> known;
    for (const auto position : order) {
        const auto number = items[position].group;
        const auto [found, isNew] = known.try_emplace(number, groups.size());
        if (number < 0 || isNew)
            groups.emplace_back();
        groups[number < 0 ? groups.size() - 1 : found->second].items.push_back(position);
    }
    for (auto& group : groups)
        group.classIndex = majorityClass(group.items, items);
    return groups;
}

} // namespace nakama
