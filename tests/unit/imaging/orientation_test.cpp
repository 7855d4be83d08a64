#include "core/imaging/decode.h"
#include "core/imaging/exif.h"
#include "tests/unit/imaging/patterns.h"
#include "tests/unit/imaging/sample_files.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

using namespace test;

/** How a picture is stored under an orientation, written out from the words of the EXIF standard (2.3, 4.6.4
 * A). */
cv::Mat storedAs(const cv::Mat& upright, int orientation)
{
    const int right = upright.cols - 1;
    const int bottom = upright.rows - 1;
    const bool swapped = orientation >= 5;
    cv::Mat stored(swapped ? upright.cols : upright.rows, swapped ? upright.rows : upright.cols,
                   upright.type());
    for (int r = 0; r < stored.rows; ++r)
        for (int c = 0; c < stored.cols; ++c) {
            const cv::Point from[]{{c, r}, {right - c, r}, {right - c, bottom - r}, {c, bottom - r},
                                   {r, c}, {right - r, c}, {right - r, bottom - c}, {r, bottom - c}};
            stored.at<cv::Vec3b>(r, c) = upright.at<cv::Vec3b>(from[orientation - 1]);
        }
    return stored;
}

class EveryOrientation : public testing::TestWithParam<int>
{
};

} // namespace

TEST_P(EveryOrientation, PicturesComeUpright)
{
    const cv::Mat upright = pattern(17, 11);
    const cv::Mat stored = storedAs(upright, GetParam());
    EXPECT_EQ(largestDifference(turnUpright(stored, orientationFromTag(static_cast<unsigned>(GetParam()))),
                                upright),
              0);

    const bool bigEndian = GetParam() % 2 == 0;
    const FileBytes exif = exifWithOrientation(GetParam(), bigEndian);
    const auto png = decodeImage(pngFile(stored, PngKind::Rgb, exif), "x");
    ASSERT_TRUE(png);
    EXPECT_EQ(largestDifference(*png, upright), 0);
    const auto tiff = decodeImage(tiffFile(stored, TiffKind::Rgb, GetParam()), "x");
    ASSERT_TRUE(tiff);
    EXPECT_EQ(largestDifference(*tiff, upright), 0);
    cv::Mat rgba(stored.size(), CV_8UC4, cv::Scalar::all(255));
    cv::mixChannels({stored}, {rgba}, {0, 0, 1, 1, 2, 2});
    const auto webp = decodeImage(webpFile(rgba, WebpKind::Lossless, exif), "x");
    ASSERT_TRUE(webp);
    EXPECT_EQ(largestDifference(*webp, upright), 0);

    const cv::Mat gentle = smooth(48, 32);
    const FileBytes file = jpegFile(storedAs(gentle, GetParam()), JpegKind::Baseline, exif);
    const auto jpeg = decodeImage(file, "x");
    ASSERT_TRUE(jpeg);
    EXPECT_LT(meanDifference(*jpeg, gentle), 1.5);
    const auto info = probeImage(file, "x");
    ASSERT_TRUE(info);
    EXPECT_EQ(cv::Size(info->width, info->height), gentle.size());
}

INSTANTIATE_TEST_SUITE_P(Orientation, EveryOrientation, testing::Range(1, 9));

TEST(Orientation, DamagedExifMeansUpright)
{
    FileBytes exif = exifWithOrientation(6);
    EXPECT_EQ(orientationFromExif(exif), Orientation::TurnedLeft);
    for (std::size_t size = 0; size < 22; ++size)
        EXPECT_EQ(orientationFromExif(std::span(exif).first(size)), Orientation::Upright) << size;
    exif[18] = std::byte{9};
    EXPECT_EQ(orientationFromExif(exif), Orientation::Upright);
    exif[4] = exif[5] = exif[6] = exif[7] = std::byte{0xFF}; // a directory far outside
    EXPECT_EQ(orientationFromExif(exif), Orientation::Upright);
}

} // namespace nakama
