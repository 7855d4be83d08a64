#include "core/base/hash.h"
#include "core/base/random.h"
#include "core/curate/split.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace nakama
{

namespace
{

/** Pictures of one class, named after prefix. */
std::vector<SplitItem> pictures(int count, int classIndex = 0, const std::string& prefix = "p")
{
    std::vector<SplitItem> items;
    for (int i = 0; i < count; ++i)
        items.push_back({i, sha256(prefix + std::to_string(i)), classIndex, -1});
    return items;
}

std::array<int, 3> countsOf(const SplitOutcome& outcome)
{
    std::array<int, 3> counts{};
    for (const auto part : outcome.parts)
        ++counts[static_cast<std::size_t>(part)];
    return counts;
}

SplitOutcome split(const std::vector<SplitItem>& items, const SplitParams& params = {}, int classes = 1)
{
    std::vector<std::string> names;
    for (int i = 0; i < classes; ++i)
        names.push_back("class" + std::to_string(i));
    auto outcome = splitStratified(items, names, params);
    EXPECT_TRUE(outcome) << outcome.error().text();
    return outcome.value_or(SplitOutcome{});
}

/** SHA-256 → part, for comparisons that do not depend on the order of items. */
std::map<std::string, SplitPart> partsBySha(const std::vector<SplitItem>& items, const SplitOutcome& outcome)
{
    std::map<std::string, SplitPart> parts;
    for (std::size_t i = 0; i < items.size(); ++i)
        parts[items[i].sha256] = outcome.parts[i];
    return parts;
}

} // namespace

TEST(Split, SmallClasses)
{
    using Counts = std::array<int, 3>;
    EXPECT_EQ(countsOf(split(pictures(1))), (Counts{1, 0, 0}));
    EXPECT_EQ(countsOf(split(pictures(2))), (Counts{1, 0, 1}));
    EXPECT_EQ(countsOf(split(pictures(3))), (Counts{1, 1, 1}));
    EXPECT_EQ(countsOf(split(pictures(4))), (Counts{2, 1, 1}));
    EXPECT_EQ(countsOf(split(pictures(10))), (Counts{7, 2, 1}));
    EXPECT_EQ(countsOf(split(pictures(20))), (Counts{14, 3, 3}));
    EXPECT_EQ(countsOf(split(pictures(100))), (Counts{70, 15, 15}));
}

TEST(Split, TooFewPicturesAreWarnedOf)
{
    EXPECT_TRUE(split(pictures(3)).warnings.empty());
    const auto two = split(pictures(2)).warnings;
    ASSERT_EQ(two.size(), 1u);
    EXPECT_NE(two[0].find("class class0 has 2 pictures: none is left for val,"), std::string::npos) << two[0];
    const auto one = split(pictures(1)).warnings;
    ASSERT_EQ(one.size(), 1u);
    EXPECT_NE(one[0].find("1 picture: none is left for test and val"), std::string::npos) << one[0];
    const auto none = split(pictures(3), {}, 2).warnings;
    ASSERT_EQ(none.size(), 1u);
    EXPECT_NE(none[0].find("class1 has no pictures"), std::string::npos) << none[0];
}

TEST(Split, EachPartIsWithinOnePictureOfItsShare)
{
    for (const auto& params :
         {SplitParams{}, SplitParams{0.8, 0.1, 0.1, 3}, SplitParams{1.0 / 3, 1.0 / 3, 1.0 / 3, 4},
          SplitParams{0.5, 0.5, 0, 5}, SplitParams{1, 0, 0, 6}})
        for (int count = 0; count <= 200; ++count) {
            const auto counts = countsOf(split(pictures(count), params));
            const std::array ratios{params.train, params.val, params.test};
            EXPECT_EQ(counts[0] + counts[1] + counts[2], count);
            // Where every part must have one, three pictures cannot be within one of 70/15/15.
            const bool smallest =
                count <= 1 / std::max(0.01, *std::min_element(ratios.begin(), ratios.end()));
            for (std::size_t part = 0; part < 3; ++part) {
                EXPECT_LT(std::abs(counts[part] - ratios[part] * count), smallest ? 2 : 1.0001)
                    << count << " pictures, part " << part;
                const int fewest = ratios[part] > 0 && count >= 3 ? 1 : 0;
                EXPECT_GE(counts[part], fewest) << count << " pictures, part " << part;
                EXPECT_TRUE(ratios[part] > 0 || counts[part] == 0);
            }
        }
}

TEST(Split, DoesNotDependOnOrderOrNumbersOfPictures)
{
    auto items = pictures(50);
    const auto second = pictures(17, 1, "q");
    items.insert(items.end(), second.begin(), second.end());
    const auto expected = partsBySha(items, split(items, {}, 2));
    RandomStream random(9, RandomPurpose::Shuffle);
    for (int round = 0; round < 10; ++round) {
        random.shuffle(std::span(items));
        for (auto& item : items)
            item.imageId = random.below(1'000'000);
        EXPECT_EQ(partsBySha(items, split(items, {}, 2)), expected);
    }
}

TEST(Split, DependsOnTheSeedButNotOnOtherClasses)
{
    const auto items = pictures(100);
    SplitParams other;
    other.seed = 2;
    EXPECT_NE(split(items).parts, split(items, other).parts);

    auto both = items;
    const auto second = pictures(40, 1, "q");
    both.insert(both.end(), second.begin(), second.end());
    const auto alone = split(items, {}, 2).parts;
    const auto together = split(both, {}, 2).parts;
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(), together.begin()));
}

TEST(Split, GroupsStayTogether)
{
    RandomStream random(5, RandomPurpose::Shuffle);
    for (int round = 0; round < 50; ++round) {
        std::vector<SplitItem> items;
        const int groups = 3 + static_cast<int>(random.below(30));
        int largest = 0;
        for (int group = 0; group < groups; ++group) {
            const int size = 1 + static_cast<int>(random.below(6));
            largest = std::max(largest, size);
            for (int i = 0; i < size; ++i)
                items.push_back({static_cast<std::int64_t>(items.size()),
                                 sha256(std::to_string(round) + "-" + std::to_string(items.size())), 0,
                                 size == 1 ? -1 : group});
        }
        const auto outcome = split(items);
        std::map<std::int64_t, std::set<SplitPart>> partsOfGroup;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (items[i].group >= 0)
                partsOfGroup[items[i].group].insert(outcome.parts[i]);
        for (const auto& [group, parts] : partsOfGroup)
            EXPECT_EQ(parts.size(), 1u) << "group " << group;
        EXPECT_EQ(outcome.groupsKeptTogether, static_cast<int>(partsOfGroup.size()));
        const auto counts = countsOf(outcome);
        const std::array shares{0.7, 0.15, 0.15};
        for (std::size_t part = 0; part < 3; ++part) {
            EXPECT_GE(counts[part], 1);
            EXPECT_LE(std::abs(counts[part] - shares[part] * static_cast<double>(items.size())), largest + 1);
        }
    }
}

TEST(Split, GroupNumbersDoNotMatterButCopiesOfFewPicturesAreWarnedOf)
{
    auto items = pictures(6);
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i].group = i < 4 ? 10 : 20;
    const auto outcome = split(items);
    EXPECT_EQ(countsOf(outcome), (std::array<int, 3>{4, 0, 2}));
    ASSERT_EQ(outcome.warnings.size(), 1u);
    EXPECT_NE(outcome.warnings[0].find("6 pictures that are copies of 2"), std::string::npos)
        << outcome.warnings[0];
    for (auto& item : items)
        item.group = item.group == 10 ? 7 : 3;
    EXPECT_EQ(split(items).parts, outcome.parts);
}

TEST(Split, AGroupOfSeveralClassesStaysTogether)
{
    auto items = pictures(10);
    const auto second = pictures(10, 1, "q");
    items.insert(items.end(), second.begin(), second.end());
    for (const std::size_t i : {0u, 1u, 10u})
        items[i].group = 1;
    const auto outcome = split(items, {}, 2);
    EXPECT_EQ(outcome.parts[0], outcome.parts[1]);
    EXPECT_EQ(outcome.parts[0], outcome.parts[10]);
}

TEST(Split, RefusesWhatMakesNoSense)
{
    const auto codeOf = [](const std::vector<SplitItem>& items, const SplitParams& params) {
        const auto outcome = splitStratified(items, {"a"}, params);
        return outcome ? ErrorCode::Internal : outcome.error().code;
    };
    EXPECT_EQ(codeOf(pictures(3), {0.5, 0.2, 0.2, 1}), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(pictures(3), {0, 0.5, 0.5, 1}), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(pictures(3), {1.5, -0.5, 0, 1}), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(pictures(3), {NAN, 0.5, 0.5, 1}), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(pictures(3, 1), {}), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(pictures(3, -1), {}), ErrorCode::InvalidArgument);
    EXPECT_TRUE(splitStratified({}, {}, {}));
}

// The split of "p0" … "p19" with the default ratios and seed 1, one letter a picture. It is part of what
// makes results repeatable: it may only change together with a new format.
TEST(Split, IsTheStoredOne)
{
    std::string letters;
    for (const auto part : split(pictures(20)).parts)
        letters += "tve"[static_cast<int>(part)];
    EXPECT_EQ(letters, "tvetetetttvttttvtttt");
}

} // namespace nakama
