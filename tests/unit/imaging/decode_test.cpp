#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "tests/unit/imaging/patterns.h"
#include "tests/unit/imaging/sample_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace nakama
{

namespace
{

using namespace test;

/** The decoded picture; an empty one, with a failed expectation, where there is an error. */
cv::Mat decoded(const FileBytes& file, ImageFormat format)
{
    const auto info = probeImage(file, "sample");
    EXPECT_TRUE(info) << (info ? "" : info.error().text());
    const auto rgb = decodeImage(file, "sample");
    EXPECT_TRUE(rgb) << (rgb ? "" : rgb.error().text());
    if (!info || !rgb)
        return {};
    EXPECT_EQ(info->format, format);
    EXPECT_EQ(cv::Size(info->width, info->height), rgb->size());
    EXPECT_EQ(rgb->type(), CV_8UC3);
    return *rgb;
}

cv::Mat grayOf(const cv::Mat& rgb)
{
    cv::Mat channel;
    cv::Mat gray;
    cv::extractChannel(rgb, channel, 0);
    cv::merge(std::vector<cv::Mat>{channel, channel, channel}, gray);
    return gray;
}

const cv::Mat rgbPicture = smooth(64, 48);
const cv::Mat alphaPicture = smoothWithAlpha(64, 48);

} // namespace

TEST(DecodeJpeg, ColourKinds)
{
    for (const auto kind : {JpegKind::Baseline, JpegKind::Progressive, JpegKind::Cmyk, JpegKind::Ycck})
        EXPECT_LT(meanDifference(decoded(jpegFile(rgbPicture, kind), ImageFormat::Jpeg), rgbPicture), 1.5)
            << static_cast<int>(kind);
}

TEST(DecodeJpeg, Gray)
{
    EXPECT_LT(
        meanDifference(decoded(jpegFile(rgbPicture, JpegKind::Gray), ImageFormat::Jpeg), grayOf(rgbPicture)),
        1);
}

TEST(DecodeJpeg, JunkBeforeAndAfterIsHarmless)
{
    const FileBytes clean = jpegFile(rgbPicture);
    FileBytes junk(37, std::byte{'x'});
    junk.insert(junk.end(), clean.begin(), clean.end());
    junk.insert(junk.end(), 500, std::byte{0xAB});
    EXPECT_EQ(largestDifference(decoded(junk, ImageFormat::Jpeg), decoded(clean, ImageFormat::Jpeg)), 0);
}

TEST(DecodeJpeg, FirstPictureOfSeveral)
{
    FileBytes two = jpegFile(rgbPicture);
    const FileBytes second = jpegFile(pattern(20, 20));
    two.insert(two.end(), second.begin(), second.end());
    EXPECT_LT(meanDifference(decoded(two, ImageFormat::Jpeg), rgbPicture), 1.5);
}

TEST(DecodeJpeg, AMissingEndMarkerCostsNoPixels)
{
    FileBytes file = jpegFile(rgbPicture);
    file.resize(file.size() - 2);
    EXPECT_LT(meanDifference(decoded(file, ImageFormat::Jpeg), rgbPicture), 1.5);
    file.resize(file.size() - 40);
    const auto cut = decodeImage(file, "cut.jpg");
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, ErrorCode::CorruptData);
    EXPECT_EQ(cut.error().context, "cut.jpg");
    EXPECT_NE(cut.error().message.find("ends early"), std::string::npos) << cut.error().message;
}

TEST(DecodeJpeg, AProgressiveFileCutBetweenScansIsRefused)
{
    FileBytes file = jpegFile(rgbPicture, JpegKind::Progressive);
    // Cut just before the last scan's header (FF DA): what is left is whole, but coarse.
    std::size_t last = 0;
    for (std::size_t at = 0; at + 1 < file.size(); ++at)
        if (file[at] == std::byte{0xFF} && file[at + 1] == std::byte{0xDA})
            last = at;
    file.resize(last);
    const auto cut = decodeImage(file, "cut.jpg");
    ASSERT_FALSE(cut);
    EXPECT_NE(cut.error().message.find("ends early"), std::string::npos) << cut.error().message;
}

TEST(DecodePng, ColourKindsAreExact)
{
    for (const auto kind : {PngKind::Rgb, PngKind::RgbInterlaced})
        EXPECT_EQ(largestDifference(decoded(pngFile(rgbPicture, kind), ImageFormat::Png), rgbPicture), 0);
    for (const auto kind : {PngKind::Gray, PngKind::Gray16})
        EXPECT_EQ(largestDifference(decoded(pngFile(rgbPicture, kind), ImageFormat::Png), grayOf(rgbPicture)),
                  0);
}

TEST(DecodePng, AlphaIsCompositedOnWhite)
{
    for (const auto kind : {PngKind::Rgba, PngKind::RgbaInterlaced, PngKind::Rgba16})
        EXPECT_LE(
            largestDifference(decoded(pngFile(alphaPicture, kind), ImageFormat::Png), onWhite(alphaPicture)),
            1);
    const cv::Mat expected = grayOf(onWhite(alphaPicture));
    EXPECT_LE(
        largestDifference(decoded(pngFile(alphaPicture, PngKind::GrayAlpha), ImageFormat::Png), expected), 1);
}

TEST(DecodePng, PaletteWithAndWithoutTransparency)
{
    const cv::Mat opaque = decoded(pngFile(rgbPicture, PngKind::Palette), ImageFormat::Png);
    EXPECT_EQ(opaque.at<cv::Vec3b>(5, 3), cv::Vec3b(48, 207, 77));
    const cv::Mat shown = decoded(pngFile(rgbPicture, PngKind::PaletteTransparent), ImageFormat::Png);
    EXPECT_EQ(shown.at<cv::Vec3b>(5, 0), cv::Vec3b(255, 255, 255));
    EXPECT_NEAR(shown.at<cv::Vec3b>(5, 1)[0], (16 * 128 + 255 * 127) / 255, 1);
    EXPECT_EQ(shown.at<cv::Vec3b>(5, 3), cv::Vec3b(48, 207, 77));
}

TEST(DecodePng, AColourKeyIsTransparent)
{
    const cv::Mat picture = pattern(30, 20);
    const cv::Mat rgb = decoded(pngFile(picture, PngKind::RgbColourKey), ImageFormat::Png);
    EXPECT_EQ(rgb.at<cv::Vec3b>(0, 0), cv::Vec3b(255, 255, 255));
    EXPECT_EQ(rgb.at<cv::Vec3b>(0, 1), picture.at<cv::Vec3b>(0, 1));
}

TEST(DecodeWebp, StillPictures)
{
    EXPECT_LE(largestDifference(decoded(webpFile(alphaPicture, WebpKind::Lossless), ImageFormat::WebP),
                                onWhite(alphaPicture)),
              1);
    EXPECT_LT(meanDifference(decoded(webpFile(alphaPicture, WebpKind::Lossy), ImageFormat::WebP),
                             onWhite(alphaPicture)),
              3);
}

TEST(DecodeWebp, FirstFrameOnItsCanvas)
{
    const cv::Mat rgb = decoded(webpFile(alphaPicture, WebpKind::Animated), ImageFormat::WebP);
    ASSERT_EQ(rgb.size(), cv::Size(72, 52));
    EXPECT_EQ(rgb.at<cv::Vec3b>(0, 0), cv::Vec3b(255, 255, 255));
    EXPECT_LT(meanDifference(rgb(cv::Rect(4, 2, 64, 48)).clone(), onWhite(alphaPicture)), 3);
}

TEST(DecodeGif, FirstFrameOnItsScreen)
{
    for (const bool interlaced : {false, true}) {
        const cv::Rect frame(3, 5, 20, 21);
        const cv::Mat rgb = decoded(gifFile({{30, 40}, frame, interlaced, true}), ImageFormat::Gif);
        ASSERT_EQ(rgb.size(), cv::Size(30, 40));
        for (int y = 0; y < rgb.rows; ++y)
            for (int x = 0; x < rgb.cols; ++x) {
                const int index = frame.contains({x, y}) ? gifIndex(x - frame.x, y - frame.y) : 7;
                ASSERT_EQ(rgb.at<cv::Vec3b>(y, x), index == 7 ? cv::Vec3b(255, 255, 255) : gifColour(index))
                    << x << ',' << y;
            }
    }
}

TEST(DecodeGif, AFrameBeyondTheScreenGrowsIt)
{
    EXPECT_EQ(decoded(gifFile({{10, 10}, {4, 0, 20, 12}}), ImageFormat::Gif).size(), cv::Size(24, 12));
}

TEST(DecodeBmp, IndexedKinds)
{
    for (const BmpLayout layout : {BmpLayout{.bits = 1},
                                   {.bits = 4},
                                   {.bits = 8},
                                   {.bits = 8, .topDown = true},
                                   {.bits = 8, .runLength = true},
                                   {.bits = 4, .runLength = true},
                                   {.bits = 8, .core = true}}) {
        const cv::Mat rgb = decoded(bmpFile(smooth(37, 11), layout), ImageFormat::Bmp);
        ASSERT_EQ(rgb.size(), cv::Size(37, 11));
        const int colours = 1 << layout.bits;
        for (int y = 0; y < rgb.rows; ++y)
            for (int x = 0; x < rgb.cols; ++x)
                ASSERT_EQ(rgb.at<cv::Vec3b>(y, x),
                          cv::Vec3b::all(static_cast<uchar>(255 * ((x + y) % colours) / (colours - 1))))
                    << layout.bits << " bits, run length " << layout.runLength << ", at " << x << ',' << y;
    }
}

TEST(DecodeBmp, ColourKinds)
{
    const cv::Mat picture = smooth(37, 11);
    EXPECT_EQ(largestDifference(decoded(bmpFile(picture, {.bits = 24}), ImageFormat::Bmp), picture), 0);
    EXPECT_EQ(
        largestDifference(decoded(bmpFile(picture, {.bits = 24, .core = true}), ImageFormat::Bmp), picture),
        0);
    EXPECT_EQ(largestDifference(decoded(bmpFile(picture, {.bits = 32}), ImageFormat::Bmp), picture), 0);
    EXPECT_LE(largestDifference(decoded(bmpFile(picture, {.bits = 16}), ImageFormat::Bmp), picture), 8);
    EXPECT_LE(largestDifference(decoded(bmpFile(picture, {.bits = 16, .masks565 = true}), ImageFormat::Bmp),
                                picture),
              8);
}

TEST(DecodeBmp, AlphaCountsUnlessItIsAllZero)
{
    const cv::Mat rgba = smoothWithAlpha(37, 11);
    EXPECT_LE(largestDifference(decoded(bmpFile(rgba, {.bits = 32, .alphaMask = true}), ImageFormat::Bmp),
                                onWhite(rgba)),
              1);
    const cv::Mat picture = smooth(37, 11);
    EXPECT_EQ(largestDifference(decoded(bmpFile(picture, {.bits = 32, .alphaMask = true}), ImageFormat::Bmp),
                                picture),
              0);
}

TEST(DecodeTiff, ColourKinds)
{
    for (const auto kind : {TiffKind::Rgb, TiffKind::Rgb16, TiffKind::Tiled, TiffKind::Lzw})
        EXPECT_EQ(largestDifference(decoded(tiffFile(rgbPicture, kind), ImageFormat::Tiff), rgbPicture), 0)
            << static_cast<int>(kind);
    for (const auto kind : {TiffKind::CmykJpeg, TiffKind::YcbcrJpeg})
        EXPECT_LT(meanDifference(decoded(tiffFile(rgbPicture, kind), ImageFormat::Tiff), rgbPicture), 2.5)
            << static_cast<int>(kind);
    EXPECT_EQ(largestDifference(decoded(tiffFile(rgbPicture, TiffKind::Gray16), ImageFormat::Tiff),
                                grayOf(rgbPicture)),
              0);
    EXPECT_LE(largestDifference(decoded(tiffFile(alphaPicture, TiffKind::Rgba), ImageFormat::Tiff),
                                onWhite(alphaPicture)),
              2);
}

TEST(DecodeTiff, BilevelAndPalette)
{
    const cv::Mat bilevel = decoded(tiffFile(rgbPicture, TiffKind::BilevelG4), ImageFormat::Tiff);
    EXPECT_EQ(bilevel.at<cv::Vec3b>(7, 3), cv::Vec3b(0, 0, 0));
    EXPECT_EQ(bilevel.at<cv::Vec3b>(7, 60), cv::Vec3b(255, 255, 255));
    const cv::Mat palette = decoded(tiffFile(rgbPicture, TiffKind::Palette), ImageFormat::Tiff);
    EXPECT_EQ(palette.at<cv::Vec3b>(7, 3), cv::Vec3b(rgbPicture.at<cv::Vec3b>(7, 3)[0], 0, 0));
}

TEST(Decode, FilesAndMissingFiles)
{
    const auto missing = decodeImageFile("/nowhere/x.png");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
}

TEST(Decode, LimitsAreKeptFromTheHeader)
{
    const FileBytes file = pngFile(rgbPicture, PngKind::Rgb);
    const auto code = [&](const DecodeLimits& limits) { return decodeImage(file, "x", limits).error().code; };
    EXPECT_EQ(code({.maxSide = 63}), ErrorCode::TooLarge);
    EXPECT_EQ(code({.maxPixels = 64 * 48 - 1}), ErrorCode::TooLarge);
    EXPECT_EQ(code({.maxFileBytes = file.size() - 1}), ErrorCode::TooLarge);
    EXPECT_TRUE(decodeImage(file, "x", {.maxSide = 64, .maxPixels = 64 * 48, .maxFileBytes = file.size()}));
    EXPECT_FALSE(probeImage(file, "x", {.maxSide = 63}));
}

/** Writes the picture that docs/imaging.md speaks of: the channel dropped on the left, on white on the right.
 */
TEST(Decode, ComparisonOfDroppedAndCompositedAlpha)
{
    // A yellow disc; what painting programs leave under transparent pixels is any colour, here stripes.
    cv::Mat rgba(200, 200, CV_8UC4);
    for (int y = 0; y < rgba.rows; ++y)
        for (int x = 0; x < rgba.cols; ++x) {
            const double distance = std::hypot(x - 100, y - 100);
            const auto alpha = static_cast<uchar>(std::clamp(80 - distance, 0.0, 1.0) * 255);
            const bool stripe = (x + y) / 10 % 2 == 0;
            rgba.at<cv::Vec4b>(y, x) = alpha > 0 ? cv::Vec4b(240, 200, 40, alpha)
                                                 : cv::Vec4b(stripe ? 255 : 0, 0, stripe ? 90 : 160, 0);
        }
    cv::Mat dropped(rgba.size(), CV_8UC3);
    cv::mixChannels({rgba}, {dropped}, {0, 0, 1, 1, 2, 2});
    const cv::Mat composited = decoded(pngFile(rgba, PngKind::Rgba), ImageFormat::Png);
    EXPECT_EQ(composited.at<cv::Vec3b>(5, 5), cv::Vec3b(255, 255, 255));
    EXPECT_NE(dropped.at<cv::Vec3b>(5, 5), cv::Vec3b(255, 255, 255));

    cv::Mat both;
    cv::hconcat(dropped, composited, both);
    const auto png = encodePng(both);
    ASSERT_TRUE(png);
    std::filesystem::create_directories(NAKAMA_TEST_OUTPUT);
    std::ofstream out(std::filesystem::path(NAKAMA_TEST_OUTPUT) / "alpha-dropped-and-on-white.png",
                      std::ios::binary);
    out.write(reinterpret_cast<const char*>(png->data()), static_cast<std::streamsize>(png->size()));
    EXPECT_TRUE(out.good());
}

} // namespace nakama
