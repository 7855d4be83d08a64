#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "tests/unit/imaging/patterns.h"

#include <gtest/gtest.h>

namespace nakama
{

TEST(EncodePng, KeepsEveryPixel)
{
    const cv::Mat rgb = test::pattern(53, 31);
    for (const int compression : {0, 1, 6, 9}) {
        const auto png = encodePng(rgb, compression);
        ASSERT_TRUE(png);
        const auto back = decodeImage(*png, "x");
        ASSERT_TRUE(back);
        EXPECT_EQ(test::largestDifference(*back, rgb), 0);
    }
}

TEST(EncodePng, PartOfAPicture)
{
    const cv::Mat part = test::pattern(53, 31)(cv::Rect(7, 3, 20, 11));
    const auto back = decodeImage(*encodePng(part), "x");
    ASSERT_TRUE(back);
    EXPECT_EQ(test::largestDifference(*back, part), 0);
}

TEST(EncodeJpeg, QualityDecides)
{
    const cv::Mat rgb = test::smooth(64, 48);
    const auto good = encodeJpeg(rgb, 95);
    const auto poor = encodeJpeg(rgb, 20);
    ASSERT_TRUE(good && poor);
    EXPECT_LT(poor->size(), good->size());
    EXPECT_LT(test::meanDifference(*decodeImage(*good, "x"), rgb), 1.5);
}

TEST(Encode, WrongInputIsAnError)
{
    EXPECT_EQ(encodePng({}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(encodePng(cv::Mat(4, 4, CV_8UC1)).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(encodePng(test::smooth(4, 4), 10).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(encodeJpeg(test::smooth(4, 4), 0).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(encodeJpeg(cv::Mat(4, 70'000, CV_8UC3)).error().code, ErrorCode::InvalidArgument);
}

} // namespace nakama
