#include "core/curate/split.h"

#include "core/base/random.h"
#include "core/curate/split_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

namespace nakama
{

namespace
{

constexpr std::size_t partCount = 3;
constexpr std::array parts{SplitPart::Train, SplitPart::Val, SplitPart::Test};

/** Parts are filled in this order where there are too few pictures for all. */
constexpr std::array<std::size_t, partCount> fillOrder{0, 2, 1};

/** Shares in millionths: whole numbers compare alike on every machine. */
using Shares = std::array<std::int64_t, partCount>;
constexpr std::int64_t million = 1'000'000;

Result<Shares> sharesOf(const SplitParams& params)
{
    Shares shares{};
    const std::array ratios{params.train, params.val, params.test};
    for (std::size_t part = 0; part < partCount; ++part) {
        if (!(ratios[part] >= 0 && ratios[part] <= 1))
            return fail(ErrorCode::InvalidArgument, "each share of a split lies between 0 and 1", "ratios");
        shares[part] = std::llround(ratios[part] * static_cast<double>(million));
    }
    if (std::abs(shares[0] + shares[1] + shares[2] - million) > 2 || shares[0] == 0)
        return fail(ErrorCode::InvalidArgument,
                    "the shares of train, val and test must add up to 1, with something to train on",
                    "ratios");
    return shares;
}

/** Gives each group, the largest first, to the part that lacks most: largest remainder, for groups of any
 * size. */
std::vector<std::size_t> assignByShare(std::span<const SplitGroup* const> groups, const Shares& shares)
{
    std::int64_t total = 0;
    for (const auto* group : groups)
        total += static_cast<std::int64_t>(group->items.size());
    std::array<std::int64_t, partCount> lacking{};
    for (std::size_t part = 0; part < partCount; ++part)
        lacking[part] = shares[part] * total;
    std::vector<std::size_t> assigned;
    for (const auto* group : groups) {
        const auto part =
            static_cast<std::size_t>(std::max_element(lacking.begin(), lacking.end()) - lacking.begin());
        lacking[part] -= million * static_cast<std::int64_t>(group->items.size());
        assigned.push_back(part);
    }
    return assigned;
}

/** Moves the smallest group of the fullest part to each wanted part that has none; groups come largest first.
 */
void fillEmptyParts(std::vector<std::size_t>& assigned, const Shares& shares)
{
    for (const auto empty : fillOrder) {
        if (shares[empty] == 0 || std::count(assigned.begin(), assigned.end(), empty) > 0)
            continue;
        std::array<std::ptrdiff_t, partCount> count{};
        for (std::size_t part = 0; part < partCount; ++part)
            count[part] = std::count(assigned.begin(), assigned.end(), part);
        const auto fullest =
            static_cast<std::size_t>(std::max_element(count.begin(), count.end()) - count.begin());
        *std::find(assigned.rbegin(), assigned.rend(), fullest) = empty;
    }
}

/** The part of each group of one class. */
std::vector<std::size_t> assign(std::span<const SplitGroup* const> groups, const Shares& shares)
{
    const auto wanted = std::count_if(shares.begin(), shares.end(), [](auto share) { return share > 0; });
    if (std::ssize(groups) >= wanted) {
        auto assigned = assignByShare(groups, shares);
        fillEmptyParts(assigned, shares);
        return assigned;
    }
    std::vector<std::size_t> assigned;
    for (const auto part : fillOrder)
        if (shares[part] > 0 && assigned.size() < groups.size())
            assigned.push_back(part);
    return assigned;
}

std::string warningFor(const std::string& name, std::size_t pictures, std::size_t groups,
                       const std::vector<std::size_t>& assigned, const Shares& shares)
{
    if (pictures == 0)
        return fmt::format("class {} has no pictures: nothing can be learned or measured of it", name);
    std::string missing;
    for (const auto part : fillOrder)
        if (shares[part] > 0 && std::count(assigned.begin(), assigned.end(), part) == 0)
            missing += (missing.empty() ? "" : " and ") + std::string(splitPartName(parts[part]));
    if (missing.empty())
        return {};
    return fmt::format(
        "class {} has {} picture{}{}: none is left for {}, so its F1 there counts as 0 and pulls the "
        "macro-F1 down; add pictures of it",
        name, pictures, pictures == 1 ? "" : "s",
        groups < pictures ? fmt::format(" that are copies of {}", groups) : "", missing);
}

} // namespace

Result<SplitOutcome> splitStratified(const std::vector<SplitItem>& items,
                                     const std::vector<std::string>& classNames, const SplitParams& params)
{
    NAKAMA_TRY(const auto shares, sharesOf(params));
    for (const auto& item : items)
        if (item.classIndex < 0 || static_cast<std::size_t>(item.classIndex) >= classNames.size())
            return fail(ErrorCode::InvalidArgument, "only pictures with a label can be split",
                        fmt::format("picture {}", item.imageId));
    const auto groups = splitGroups(items);
    std::vector<std::vector<const SplitGroup*>> perClass(classNames.size());
    SplitOutcome outcome;
    outcome.parts.resize(items.size());
    for (const auto& group : groups) {
        perClass[static_cast<std::size_t>(group.classIndex)].push_back(&group);
        outcome.groupsKeptTogether += group.items.size() > 1 ? 1 : 0;
    }

    for (std::size_t index = 0; index < classNames.size(); ++index) {
        auto& ours = perClass[index];
        RandomStream random(params.seed, RandomPurpose::Split, 0, index);
        random.shuffle(std::span(ours));
        std::stable_sort(ours.begin(), ours.end(), [](const SplitGroup* a, const SplitGroup* b) {
            return a->items.size() > b->items.size();
        });
        const auto assigned = assign(ours, shares);
        std::size_t pictures = 0;
        for (std::size_t i = 0; i < ours.size(); ++i) {
            pictures += ours[i]->items.size();
            for (const auto position : ours[i]->items)
                outcome.parts[position] = parts[assigned[i]];
        }
        if (auto warning = warningFor(classNames[index], pictures, ours.size(), assigned, shares);
            !warning.empty())
            outcome.warnings.push_back(std::move(warning));
    }
    return outcome;
}

} // namespace nakama
