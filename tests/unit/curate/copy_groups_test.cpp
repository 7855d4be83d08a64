#include "core/curate/copy_families.h"
#include "core/curate/copy_groups.h"
#include "tests/unit/curate/copy_pictures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace nakama
{

namespace
{

using test::drawing;

CopyItem item(std::int64_t id, const cv::Mat& rgb)
{
    return {id, rgb.cols, rgb.rows, 1000, Pool::Pool, true, false, fingerprintOf(rgb)};
}

std::vector<CopyRecord> search(const std::vector<CopyItem>& items, const ImagePairs& notCopies = {})
{
    JobContext context;
    auto copies = findCopies(items, notCopies, context);
    EXPECT_TRUE(copies);
    return copies.value_or(std::vector<CopyRecord>{});
}

cv::Mat crop(const cv::Mat& rgb, int left, int right)
{
    return rgb({left, 0, rgb.cols - left - right, rgb.rows}).clone();
}

} // namespace

TEST(CopyGroups, NameTheirKindAndEvidence)
{
    const auto picture = drawing(1);
    cv::Mat turned, grey;
    cv::rotate(picture, turned, cv::ROTATE_90_CLOCKWISE);
    cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
    cv::cvtColor(grey, grey, cv::COLOR_GRAY2RGB);
    const auto crushed = test::must(decodeImage(test::must(encodeJpeg(picture, 60)), "copy"));
    std::vector<CopyItem> items{item(1, picture),
                                item(2, picture.clone()),
                                item(3, test::halfSize(picture)),
                                item(4, crushed),
                                item(5, test::mirroredCopy(picture)),
                                item(6, turned),
                                item(7, cv::Scalar::all(255) - picture),
                                item(8, grey),
                                item(9, cv::Scalar::all(255) - turned),
                                item(10, picture({16, 12, 168, 136}).clone())};
    for (int number = 2; number < 30; ++number)
        items.push_back(item(100 + number, drawing(number)));
    const auto copies = search(items);
    ASSERT_EQ(copies.size(), 9u);
    std::map<std::int64_t, CopyRecord> byId;
    for (const auto& copy : copies) {
        EXPECT_EQ(copy.copyOf, 1);
        EXPECT_TRUE(copy.inGroup);
        EXPECT_GT(copy.similarity, 0.9);
        byId[copy.imageId] = copy;
    }
    EXPECT_EQ(byId[2].kind, "exact");
    EXPECT_EQ(byId[3].kind, "resized");
    EXPECT_EQ(byId[4].kind, "recompressed");
    EXPECT_EQ(byId[5].kind, "mirrored");
    EXPECT_EQ(byId[6].kind, "rotated");
    EXPECT_EQ(byId[6].quarterTurns, 1);
    EXPECT_EQ(byId[7].kind, "inverted");
    EXPECT_EQ(byId[8].kind, "greyscale");
    EXPECT_EQ(byId[9].kind, "rotated+inverted");
    EXPECT_EQ(byId[10].kind, "cropped");
    EXPECT_NEAR(byId[10].zoom, 200.0 * 160 / (168 * 136), 0.1);
    EXPECT_EQ(copyGroups(copies).front().kind(),
              "exact+resized+recompressed+cropped+mirrored+rotated+inverted+greyscale");
}

TEST(CopyGroups, ALargerCopyOfACropKnowsThatItShowsLess)
{
    const auto picture = drawing(4);
    cv::Mat large;
    cv::resize(crop(picture, 20, 0), large, {540, 480}, 0, 0, cv::INTER_LINEAR);
    const auto copies = search({item(1, picture), item(2, large)});
    ASSERT_EQ(copies.size(), 1u);
    EXPECT_EQ(copies[0].copyOf, 2) << "more pixels";
    EXPECT_EQ(copies[0].kind, "cropped");
    EXPECT_NEAR(copies[0].zoom, 0.9, 0.03);
}

TEST(CopyGroups, AChainIsLinkedNotJoined)
{
    // Both ends are crops of the middle, but of opposite sides: they are no crops of each other.
    const auto picture = drawing(7, 400, 300);
    cv::Mat left;
    cv::resize(crop(picture, 0, 40), left, {720, 600}, 0, 0, cv::INTER_LINEAR);
    const auto copies = search({item(1, left), item(2, picture), item(3, crop(picture, 40, 0))});
    ASSERT_EQ(copies.size(), 2u);
    EXPECT_EQ(copies[0].copyOf, 1) << "more pixels";
    EXPECT_EQ(copies[0].imageId, 2);
    EXPECT_TRUE(copies[0].inGroup);
    EXPECT_EQ(std::minmax(copies[1].imageId, copies[1].copyOf),
              std::minmax(std::int64_t{2}, std::int64_t{3}));
    EXPECT_FALSE(copies[1].inGroup);
    EXPECT_EQ(copyGroups(copies).size(), 1u);
    const auto families = copyFamilies(copies);
    EXPECT_EQ(families.at(1), families.at(2));
    EXPECT_EQ(families.at(2), families.at(3)) << "the split keeps them together";
}

TEST(CopyGroups, WhatAPersonToldApartStaysApart)
{
    const auto picture = drawing(1);
    const std::vector<CopyItem> items{item(1, picture), item(2, test::halfSize(picture))};
    EXPECT_EQ(search(items).size(), 1u);
    EXPECT_TRUE(search(items, {{1, 2}}).empty());
}

TEST(CopyGroups, BlankPagesAreCopiesOnlyOfTheVerySame)
{
    const cv::Mat white(100, 100, CV_8UC3, cv::Scalar::all(255));
    const cv::Mat wide(100, 200, CV_8UC3, cv::Scalar::all(255));
    const cv::Mat black(100, 100, CV_8UC3, cv::Scalar::all(0));
    const auto copies = search({item(1, white), item(2, wide), item(3, black), item(4, white.clone())});
    ASSERT_EQ(copies.size(), 1u);
    EXPECT_EQ(copies[0].imageId, 4);
    EXPECT_EQ(copies[0].kind, "exact");
}

TEST(CopyGroups, TheKeeperIsChosenByRule)
{
    const auto base = item(5, drawing(1));
    const auto better = [&](auto change) {
        auto other = base;
        other.imageId = 9;
        change(other);
        EXPECT_NE(isBetterKeeper(base, other), isBetterKeeper(other, base));
        return isBetterKeeper(other, base);
    };
    EXPECT_FALSE(better([](auto&) {})) << "added later";
    EXPECT_TRUE(better([](auto& other) { other.width += 1; }));
    EXPECT_TRUE(better([](auto& other) { other.bytes += 1; }));
    EXPECT_FALSE(better([](auto& other) { other.labelled = false, other.width *= 2; }));
    EXPECT_FALSE(better([](auto& other) { other.setAside = true, other.width *= 2; }));
    EXPECT_FALSE(better([](auto& other) { other.pool = Pool::TrueTest, other.width *= 2; }));
    EXPECT_FALSE(better([](auto& other) { other.fingerprint.colour = 0, other.width *= 2; }));
}

TEST(CopyGroups, TheOrderOfPicturesDoesNotMatter)
{
    std::vector<CopyItem> items;
    for (int number = 1; number <= 10; ++number) {
        items.push_back(item(number, drawing(number)));
        items.push_back(item(100 + number, test::mirroredCopy(drawing(number))));
    }
    const auto expected = search(items);
    EXPECT_EQ(expected.size(), 10u);
    std::ranges::reverse(items);
    EXPECT_EQ(search(items), expected);
}

TEST(CopyGroups, StopsWhenCancelled)
{
    CancelToken token;
    token.request();
    JobContext context(token);
    const auto copies = findCopies({item(1, drawing(1))}, {}, context);
    ASSERT_FALSE(copies);
    EXPECT_EQ(copies.error().code, ErrorCode::Cancelled);
}

} // namespace nakama
