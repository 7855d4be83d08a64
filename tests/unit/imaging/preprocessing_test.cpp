#include "core/imaging/preprocessing.h"
#include "tests/unit/imaging/patterns.h"
#include "tests/unit/imaging/sample_files.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <vector>

namespace nakama
{

TEST(ResizeRule, SizesAsTorchvisionHasThem)
{
    const ResizeRule shorter{ResizeRule::Kind::ShorterSide, 232};
    EXPECT_EQ(shorter.apply({640, 480}), cv::Size(309, 232)); // int(232 * 640 / 480) = 309
    EXPECT_EQ(shorter.apply({480, 641}), cv::Size(232, 309));
    EXPECT_EQ(shorter.apply({100, 100}), cv::Size(232, 232));
    const ResizeRule square{ResizeRule::Kind::Square, 224};
    EXPECT_EQ(square.apply({640, 480}), cv::Size(224, 224));
    EXPECT_EQ(shorter.name(), "shorter-232");
    EXPECT_EQ(square.name(), "square-224");
}

TEST(ResizeRule, ASliverStaysSmall)
{
    const ResizeRule rule{ResizeRule::Kind::ShorterSide, 232};
    EXPECT_EQ(rule.apply({1, 30'000}), cv::Size(232, 4640));
    EXPECT_EQ(rule.apply({30'000, 1}), cv::Size(4640, 232));
}

TEST(Preprocessing, SurvivesJson)
{
    Preprocessing original;
    original.resize = {ResizeRule::Kind::Square, 224};
    original.crop = 200;
    original.mean = {0.5f, 0.25f, 0.125f};
    EXPECT_EQ(nlohmann::json(original).get<Preprocessing>(), original);
    auto wrong = nlohmann::json(original);
    wrong["resize"]["kind"] = "odd";
    EXPECT_THROW(wrong.get<Preprocessing>(), nlohmann::json::exception);
    wrong.erase("resize");
    EXPECT_THROW(wrong.get<Preprocessing>(), nlohmann::json::exception);
}

TEST(Preprocessing, TheHashIsAFormat)
{
    // Stored in checkpoints: a change of it makes every older checkpoint look foreign.
    EXPECT_EQ(Preprocessing{}.hash(), "b228f355c209c6c4");
    Preprocessing other;
    other.crop = 192;
    EXPECT_NE(other.hash(), Preprocessing{}.hash());
    other = {};
    other.std[2] = 0.2251f;
    EXPECT_NE(other.hash(), Preprocessing{}.hash());
}

TEST(Preprocessing, ScaledKeepsItsRatio)
{
    const Preprocessing half = Preprocessing{}.scaledTo(112);
    EXPECT_EQ(half.crop, 112);
    EXPECT_EQ(half.resize.size, 116);
    EXPECT_EQ(half.mean, Preprocessing{}.mean);
}

TEST(Preprocessing, ShrinkThenCrop)
{
    const cv::Mat shrunk = shrink(test::smooth(640, 480), Preprocessing{}.resize);
    EXPECT_EQ(shrunk.size(), cv::Size(309, 232));
    EXPECT_EQ(shrink(shrunk, Preprocessing{}.resize).data, shrunk.data) << "already of that size";
    EXPECT_EQ(evaluationCrop(shrunk, Preprocessing{}).size(), cv::Size(224, 224));
}

TEST(Preprocessing, NormaliseMakesPlanes)
{
    const Preprocessing preprocessing;
    const cv::Mat rgb = test::pattern(13, 7)(cv::Rect(1, 1, 9, 5)); // not continuous
    std::vector<float> planes(3 * 9 * 5);
    normaliseInto(rgb, preprocessing, planes.data());
    for (int c = 0; c < 3; ++c)
        for (int y = 0; y < 5; ++y)
            for (int x = 0; x < 9; ++x) {
                const auto channel = static_cast<std::size_t>(c);
                const double expected = (rgb.at<cv::Vec3b>(y, x)[c] / 255.0 - preprocessing.mean[channel]) /
                                        preprocessing.std[channel];
                ASSERT_NEAR(planes[channel * 45 + static_cast<std::size_t>(y * 9 + x)], expected, 1e-6);
            }
}

TEST(DecodeShrunk, ALargeJpegLosesNothingVisible)
{
    // Fine detail over smooth colours, as a drawing has.
    cv::Mat rgb = test::smooth(1500, 1100);
    for (int i = 0; i < 120; ++i)
        rgb(cv::Rect(i * 12, i * 37 % 1000, 3 + i % 40, 2 + i % 25)).setTo(cv::Scalar::all(i * 2));
    const auto file = test::jpegFile(rgb);
    const ResizeRule rule{ResizeRule::Kind::ShorterSide, 232};
    const auto whole = decodeImage(file, "x");
    const auto fast = decodeShrunk(file, "x", rule);
    ASSERT_TRUE(whole && fast);
    const cv::Mat exact = shrink(*whole, rule);
    ASSERT_EQ(fast->size(), exact.size());
    EXPECT_GE(cv::PSNR(*fast, exact), 40);
    EXPECT_GT(test::largestDifference(*fast, exact), 0) << "the reduced scale was not used";
}

TEST(DecodeShrunk, OddSidesStayInPlaceUnderEveryOrientation)
{
    // Reduced by 4, a side of 1501 gives 376 pixels of which 375.25 count; a stretch to 376 costs over 10 dB.
    cv::Mat stored = test::smooth(1501, 1103);
    for (int i = 0; i < 120; ++i)
        stored(cv::Rect(i * 12, i * 37 % 1000, 3 + i % 40, 2 + i % 25)).setTo(cv::Scalar::all(i * 2));
    const ResizeRule rule{ResizeRule::Kind::ShorterSide, 96};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const auto file =
            test::jpegFile(stored, test::JpegKind::Baseline, test::exifWithOrientation(orientation));
        const auto whole = decodeImage(file, "x");
        const auto fast = decodeShrunk(file, "x", rule);
        ASSERT_TRUE(whole && fast);
        const cv::Mat exact = shrink(*whole, rule);
        ASSERT_EQ(fast->size(), exact.size());
        EXPECT_GE(cv::PSNR(*fast, exact), 44) << "orientation " << orientation;
    }
}

TEST(DecodeShrunk, SmallAndOtherPicturesAreExact)
{
    const ResizeRule rule{ResizeRule::Kind::ShorterSide, 232};
    for (const auto& file : {test::jpegFile(test::smooth(600, 440)),
                             test::pngFile(test::smooth(1200, 900), test::PngKind::Rgb)}) {
        const auto whole = decodeImage(file, "x");
        const auto fast = decodeShrunk(file, "x", rule);
        ASSERT_TRUE(whole && fast);
        EXPECT_EQ(test::largestDifference(*fast, shrink(*whole, rule)), 0);
    }
}

} // namespace nakama
