#include "core/base/hash.h"
#include "core/base/random.h"
#include "core/imaging/resize.h"
#include "core/imaging/resize_kernels.h"
#include "tests/unit/imaging/patterns.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace nakama
{

namespace
{

std::string digest(const cv::Mat& rgb)
{
    const cv::Mat packed = rgb.clone();
    return sha256(std::as_bytes(std::span(packed.data, packed.total() * packed.elemSize()))).substr(0, 16);
}

struct WholePicture
{
    int width;
    int height;
    int newWidth;
    int newHeight;
    const char* digest;
};

// From tests/golden/imaging/resize.py.
const WholePicture wholePictures[]{
    {97, 61, 32, 20, "7a9d6889b9311ceb"},     {61, 97, 40, 97, "f62cb8667c7866fd"},
    {97, 61, 97, 33, "aa04aad5d56274d4"},     {300, 200, 348, 232, "9137ae27e7eae2b1"},
    {20, 30, 224, 224, "f46dae3305daa455"},   {1, 1, 5, 7, "896110e767f86672"},
    {5, 1, 1, 1, "1d9f9f18d101781e"},         {640, 480, 309, 232, "29402042c747c72d"},
    {232, 348, 224, 224, "d3ebe1ab15234f72"}, {1000, 3, 7, 2, "3338c96bd565f138"},
    {2, 700, 3, 11, "96320cee36f720de"},      {233, 237, 232, 236, "24e4dab7dd004df3"},
    {3000, 40, 1, 1, "84a23b3edc66d2e1"},     {17, 19, 16, 18, "62fcae5004986261"},
};

struct Region
{
    cv::Rect region;
    int width;
    int height;
    const char* digest;
};

const Region regions[]{
    {{3, 5, 50, 40}, 224, 224, "f3e7fa3192138a04"},
    {{10, 0, 87, 61}, 64, 64, "ceb297a6ece7dfd7"},
    {{0, 0, 97, 60}, 97, 60, "a0e5ed73c89e6742"},
    {{96, 60, 1, 1}, 4, 4, "f4483a2d35b546ba"},
};

} // namespace

TEST(Resize, EqualsPillowInEveryPixel)
{
    for (const auto& expected : wholePictures) {
        const cv::Mat rgb = test::pattern(expected.width, expected.height);
        EXPECT_EQ(digest(resizeAntialiased(rgb, expected.newWidth, expected.newHeight)), expected.digest)
            << expected.width << 'x' << expected.height << " to " << expected.newWidth << 'x'
            << expected.newHeight;
    }
}

TEST(Resize, RegionsEqualPillowsCropAndResize)
{
    const cv::Mat rgb = test::pattern(97, 61);
    for (const auto& expected : regions)
        EXPECT_EQ(digest(resizeAntialiased(rgb, expected.region, expected.width, expected.height)),
                  expected.digest)
            << expected.region;
}

TEST(Resize, ValuesOfASmallPicture)
{
    const cv::Mat small = resizeAntialiased(test::pattern(5, 4), 3, 2);
    const std::vector<int> expected{90,  113, 125, 128, 154, 128, 123, 135, 110,
                                    144, 93,  137, 142, 144, 114, 117, 113, 110};
    EXPECT_EQ(std::vector<int>(small.datastart, small.dataend), expected);
}

TEST(Resize, TheResultIsACopy)
{
    cv::Mat rgb = test::pattern(9, 9);
    const cv::Mat same = resizeAntialiased(rgb, 9, 9);
    rgb.setTo(cv::Scalar::all(0));
    EXPECT_EQ(test::largestDifference(same, test::pattern(9, 9)), 0);
}

TEST(ResizeKernels, EveryVariantGivesTheSameBits)
{
    const auto portable = resize::portableKernels();
    const auto fastest = resize::fastestKernels();
    RandomStream random(3, RandomPurpose::Painting);
    for (int round = 0; round < 60; ++round) {
        const int in = 1 + static_cast<int>(random.below(300));
        const int out = 1 + static_cast<int>(random.below(300));
        const auto table = resize::makeFilterTable(in, {0, static_cast<double>(in)}, out);
        // One column of pixels too few to see whether a kernel reads or writes where it may not.
        std::vector<std::uint8_t> row(static_cast<std::size_t>(in) * 3 + resize::overreadBytes);
        for (auto& value : row)
            value = static_cast<std::uint8_t>(random.chance(0.3) ? 255 : random.below(256));
        std::vector<std::uint8_t> a(static_cast<std::size_t>(out) * 3);
        auto b = a;
        const resize::RowTable rowTable{table, resize::inPairs(table, in)};
        portable.horizontal(row.data(), a.data(), rowTable);
        fastest.horizontal(row.data(), b.data(), rowTable);
        ASSERT_EQ(a, b) << in << " to " << out;

        const std::size_t bytes = 1 + random.below(120);
        std::vector<std::uint8_t> column(static_cast<std::size_t>(in) * bytes);
        for (auto& value : column)
            value = static_cast<std::uint8_t>(random.below(256));
        std::vector<std::uint8_t> c(bytes);
        auto d = c;
        const int output = static_cast<int>(random.below(static_cast<std::uint32_t>(out)));
        const auto* first =
            column.data() + static_cast<std::size_t>(table.first[static_cast<std::size_t>(output)]) * bytes;
        portable.vertical(first, bytes, c.data(), bytes, table, output);
        fastest.vertical(first, bytes, d.data(), bytes, table, output);
        ASSERT_EQ(c, d) << in << " to " << out << ", " << bytes << " bytes";
    }
}

TEST(CenterCrop, EvenAndOddMargins)
{
    // torchvision.transforms.functional.center_crop: top = int(round((h - size) / 2)), halves to even.
    const cv::Mat rgb = test::pattern(31, 20);
    EXPECT_EQ(test::largestDifference(centerCrop(rgb, 16), rgb(cv::Rect(8, 2, 16, 16)).clone()), 0);
    EXPECT_EQ(test::largestDifference(centerCrop(rgb, 18), rgb(cv::Rect(6, 1, 18, 18)).clone()), 0);
}

TEST(CenterCrop, SmallPicturesArePaddedWithBlack)
{
    const cv::Mat rgb = test::smooth(7, 30);
    const cv::Mat crop = centerCrop(rgb, 10);
    EXPECT_EQ(crop.size(), cv::Size(10, 10));
    EXPECT_EQ(crop.at<cv::Vec3b>(4, 0), cv::Vec3b(0, 0, 0));
    EXPECT_EQ(crop.at<cv::Vec3b>(4, 1), rgb.at<cv::Vec3b>(14, 0));
    EXPECT_EQ(crop.at<cv::Vec3b>(4, 8), cv::Vec3b(0, 0, 0));
}

} // namespace nakama
