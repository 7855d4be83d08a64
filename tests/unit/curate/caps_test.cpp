#include "core/base/hash.h"
#include "core/base/random.h"
#include "core/curate/caps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <span>

namespace nakama
{

namespace
{

std::vector<SplitItem> pictures(int count, int classIndex, const std::string& source,
                                std::int64_t groupOf = 0)
{
    std::vector<SplitItem> items;
    for (int i = 0; i < count; ++i)
        items.push_back({i, sha256(source + std::to_string(classIndex) + "-" + std::to_string(i)), classIndex,
                         groupOf > 0 ? i / groupOf : -1, source});
    return items;
}

std::set<std::string> chosen(const std::vector<SplitItem>& items, const SplitCaps& caps,
                             std::uint64_t seed = 1)
{
    const auto within = withinCaps(items, caps, seed);
    EXPECT_TRUE(within);
    std::set<std::string> result;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (within.value()[i])
            result.insert(items[i].sha256);
    return result;
}

} // namespace

TEST(Caps, AreKeptAndUsedUp)
{
    auto items = pictures(30, 0, "a");
    const auto more = pictures(8, 1, "b");
    items.insert(items.end(), more.begin(), more.end());
    EXPECT_EQ(chosen(items, {}).size(), 38u);
    EXPECT_EQ(chosen(items, {10, {}}).size(), 18u);
    EXPECT_EQ(chosen(items, {0, {{"a", 5}}}).size(), 13u);
    EXPECT_EQ(chosen(items, {4, {{"a", 5}, {"b", 2}}}).size(), 6u);
}

TEST(Caps, DependOnTheSeedAloneNotOnTheOrder)
{
    auto items = pictures(40, 0, "a");
    const auto expected = chosen(items, {10, {}});
    EXPECT_NE(chosen(items, {10, {}}, 2), expected);
    std::ranges::reverse(items);
    EXPECT_EQ(chosen(items, {10, {}}), expected);
}

TEST(Caps, GroupsAreTakenWhole)
{
    const auto items = pictures(30, 0, "a", 3);
    const auto within = withinCaps(items, {10, {}}, 1);
    ASSERT_TRUE(within);
    EXPECT_EQ(std::ranges::count(*within, true), 9);
    for (std::size_t i = 0; i < items.size(); ++i)
        EXPECT_EQ((*within)[i], (*within)[i / 3 * 3]);
}

TEST(Caps, ImpossibleOnesAreRefused)
{
    const auto items = pictures(3, 0, "a");
    EXPECT_EQ(withinCaps(items, {-1, {}}, 1).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(withinCaps(items, {0, {{"a", 0}}}, 1).error().code, ErrorCode::InvalidArgument);
}

} // namespace nakama
