#include "core/sample/painter.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <set>

namespace nakama
{

namespace
{

bool equal(const cv::Mat& a, const cv::Mat& b)
{
    return a.size() == b.size() && cv::norm(a, b, cv::NORM_INF) == 0;
}

} // namespace

TEST(Painter, EighteenCharactersUnbalancedOnPurpose)
{
    const auto& characters = sampleCharacters();
    ASSERT_EQ(characters.size(), 18u);
    std::set<std::string> names;
    int total = 0;
    for (const auto& character : characters) {
        names.insert(character.name);
        total += character.pictures;
        EXPECT_GE(character.pictures, 20) << character.name;
        EXPECT_LE(character.pictures, 120) << character.name;
    }
    EXPECT_EQ(names.size(), 18u);
    EXPECT_EQ(total, 1050);
    const auto [least, most] =
        std::minmax_element(characters.begin(), characters.end(),
                            [](const auto& a, const auto& b) { return a.pictures < b.pictures; });
    EXPECT_GE(most->pictures, 5 * least->pictures);
}

TEST(Painter, EveryCharacterIsDrawn)
{
    for (int character = 0; character < 18; ++character) {
        for (int index = 0; index < 12; ++index) {
            const cv::Mat picture = paintSample(character, index, 3, 96);
            ASSERT_EQ(picture.type(), CV_8UC3);
            ASSERT_EQ(picture.size(), cv::Size(96, 96));
            cv::Scalar mean;
            cv::Scalar deviation;
            cv::meanStdDev(picture, mean, deviation);
            EXPECT_GT(deviation[0] + deviation[1] + deviation[2], 30) << character << " " << index;
        }
    }
}

TEST(Painter, TheKeyDecidesAndNothingElse)
{
    const cv::Mat picture = paintSample(4, 7, 1, 128);
    paintSample(5, 8, 2, 64);
    EXPECT_TRUE(equal(paintSample(4, 7, 1, 128), picture));
    EXPECT_FALSE(equal(paintSample(4, 8, 1, 128), picture));
    EXPECT_FALSE(equal(paintSample(5, 7, 1, 128), picture));
    EXPECT_FALSE(equal(paintSample(4, 7, 2, 128), picture));
}

TEST(Painter, TheSidesOfThePictureAreFree)
{
    EXPECT_EQ(paintSample(0, 0, 1).size(), cv::Size(256, 256));
    EXPECT_EQ(paintSample(0, 0, 1, 33).size(), cv::Size(33, 33));
    // The same scene at another size: shrunk to the same few pixels they nearly agree, but for the
    // dots of a screen, whose size is in pixels.
    int close = 0;
    for (int index = 0; index < 10; ++index) {
        const cv::Scalar small = cv::mean(paintSample(8, index, 1, 64));
        const cv::Scalar large = cv::mean(paintSample(8, index, 1, 256));
        close += cv::norm(small, large) < 8;
    }
    EXPECT_GE(close, 8);
}

TEST(Painter, SomePicturesAreWithoutColour)
{
    int grey = 0;
    for (int index = 0; index < 120; ++index) {
        cv::Mat channels[3];
        cv::split(paintSample(7, index, 1, 48), channels);
        // A tinted grey picture keeps a fixed ratio between its channels; the spread of the difference tells.
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(cv::Mat(channels[0] - channels[2]) + cv::Mat(channels[2] - channels[0]), mean,
                       deviation);
        grey += deviation[0] < 8;
    }
    EXPECT_GE(grey, 3);
    EXPECT_LE(grey, 40);
}

} // namespace nakama
