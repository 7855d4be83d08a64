#include "core/augment/augment.h"
#include "core/imaging/resize.h"
#include "tests/unit/augment/reference_picture.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace nakama
{

namespace
{

cv::Mat picture()
{
    cv::Mat rgb(40, 56, CV_8UC3);
    for (int y = 0; y < rgb.rows; ++y)
        for (int x = 0; x < rgb.cols; ++x)
            rgb.at<cv::Vec3b>(y, x) = {static_cast<uchar>(4 * x), static_cast<uchar>(6 * y),
                                       static_cast<uchar>(x * y % 251)};
    return rgb;
}

bool same(const cv::Mat& a, const cv::Mat& b)
{
    return a.size() == b.size() && cv::norm(a, b, cv::NORM_INF) == 0;
}

RandomStream stream(std::uint64_t index)
{
    return {5, RandomPurpose::Augment, 2, index};
}

} // namespace

TEST(Augment, OffIsTheEvaluationCrop)
{
    Preprocessing preprocessing;
    preprocessing.crop = 32;
    auto random = stream(0);
    std::vector<float> tensor(3 * 32 * 32);
    const auto drawn = augmentInto(picture(), preprocessing, AugmentParams::off(), random, tensor.data());
    std::vector<float> expected(tensor.size());
    normaliseInto(evaluationCrop(picture(), preprocessing), preprocessing, expected.data());
    EXPECT_EQ(tensor, expected);
    EXPECT_FALSE(drawn.flipped);
    EXPECT_FALSE(drawn.erased);
}

TEST(Augment, TheSameStreamGivesTheSameTensor)
{
    Preprocessing preprocessing;
    preprocessing.crop = 32;
    std::vector<std::vector<float>> tensors;
    for (const std::uint64_t index : {3u, 3u, 4u}) {
        auto random = stream(index);
        tensors.emplace_back(3 * 32 * 32);
        augmentInto(picture(), preprocessing, AugmentParams::recipe(), random, tensors.back().data());
    }
    EXPECT_EQ(tensors[0], tensors[1]);
    EXPECT_NE(tensors[0], tensors[2]);
}

TEST(Augment, TheDescriptionMakesTheTileAgain)
{
    for (std::uint64_t index = 0; index < 60; ++index) {
        auto random = stream(index);
        const Tile tile = augmentTile(picture(), 32, AugmentParams::recipe(), random);
        const auto& drawn = tile.description;
        cv::Mat again = resizeAntialiased(picture(), drawn.crop, 32, 32);
        if (drawn.flipped)
            cv::flip(again, again, 1);
        EXPECT_TRUE(same(tile.rgb, applyOperation(again, drawn.operation, drawn.magnitude)))
            << index << ' ' << operationName(drawn.operation) << ' ' << drawn.magnitude;
    }
}

TEST(Augment, SwitchedOffOperationsAreNotDrawn)
{
    AugmentParams params = AugmentParams::recipe();
    params.trivial.uses.fill(false);
    params.trivial.uses[static_cast<std::size_t>(Operation::Solarize)] = true;
    params.trivial.strengths[static_cast<std::size_t>(Operation::Solarize)] = 0.5;
    for (std::uint64_t index = 0; index < 60; ++index) {
        auto random = stream(index);
        const auto drawn = augmentTile(picture(), 32, params, random).description;
        EXPECT_EQ(drawn.operation, Operation::Solarize);
        EXPECT_GE(drawn.magnitude, 127.5);
    }
    params.trivial.uses.fill(false);
    auto random = stream(0);
    EXPECT_EQ(augmentTile(picture(), 32, params, random).description.operation, Operation::Identity);
}

TEST(Augment, ErasingWritesItsRectangleOnly)
{
    Preprocessing preprocessing;
    preprocessing.crop = 32;
    AugmentParams params = AugmentParams::off();
    params.erasing = {
        .enabled = true, .probability = 1, .fill = RandomErasingParams::Fill::Value, .value = 77};
    auto random = stream(1);
    std::vector<float> tensor(3 * 32 * 32);
    const auto drawn = augmentInto(picture(), preprocessing, params, random, tensor.data());
    ASSERT_TRUE(drawn.erased);
    std::vector<float> plain(tensor.size());
    normaliseInto(evaluationCrop(picture(), preprocessing), preprocessing, plain.data());
    for (int i = 0; i < 3 * 32 * 32; ++i) {
        const bool inside = drawn.erased->contains({i % 32, i / 32 % 32});
        ASSERT_EQ(tensor[static_cast<std::size_t>(i)], inside ? 77 : plain[static_cast<std::size_t>(i)]) << i;
    }
}

TEST(Augment, LetterboxKeepsTheWholePicture)
{
    AugmentParams params = AugmentParams::off();
    params.letterbox = true;
    auto random = stream(0);
    const cv::Mat tile = augmentTile(picture(), 28, params, random).rgb; // 56 × 40 becomes 28 × 20
    EXPECT_TRUE(same(tile.rowRange(4, 24), resizeAntialiased(picture(), 28, 20)));
    EXPECT_EQ(cv::countNonZero(tile.rowRange(0, 4).clone().reshape(1)), 0);
    EXPECT_EQ(cv::countNonZero(tile.rowRange(24, 28).clone().reshape(1)), 0);
}

TEST(Augment, BlurSpreadsAPointAsAGaussian)
{
    AugmentParams params = AugmentParams::off();
    params.blur = {.enabled = true, .probability = 1, .minSigma = 1.5, .maxSigma = 1.5};
    cv::Mat point(31, 31, CV_8UC3, cv::Scalar::all(0));
    point.at<cv::Vec3b>(15, 15) = {255, 255, 255};
    auto random = stream(0);
    const Tile tile = augmentTile(point, 31, params, random);
    EXPECT_EQ(tile.description.blur, 1.5);
    const double middle = 255 / (2 * CV_PI * 1.5 * 1.5);
    for (int x = 0; x < 5; ++x)
        EXPECT_NEAR(tile.rgb.at<cv::Vec3b>(15, 15 + x)[0], middle * std::exp(-x * x / 4.5), 1) << x;
}

TEST(Augment, BlurEqualsTorchvisionsWithinOneLevel)
{
    struct Case
    {
        double sigma;
        std::vector<int> green; ///< of pattern(12, 12), from tests/golden/augment/operations.py
    };
    const std::vector<Case> cases{
        {0.5, {91,  97,  104, 111, 118, 125, 132, 139, 146, 153, 160, 166, 93,  99,  106, 113, 120, 128,
               135, 142, 149, 156, 164, 170, 96,  102, 109, 117, 124, 132, 139, 146, 154, 161, 169, 175,
               99,  105, 113, 120, 128, 136, 143, 151, 158, 166, 174, 180, 103, 108, 116, 124, 132, 140,
               147, 155, 163, 171, 179, 185, 106, 112, 120, 128, 136, 144, 152, 160, 168, 176, 184, 190,
               109, 115, 123, 131, 139, 148, 156, 164, 172, 180, 189, 195, 112, 118, 126, 135, 143, 152,
               160, 168, 177, 185, 194, 200, 115, 121, 130, 138, 147, 156, 164, 173, 181, 190, 197, 190,
               118, 124, 133, 142, 151, 160, 168, 177, 186, 195, 187, 84,  121, 128, 137, 146, 155, 164,
               173, 182, 191, 198, 175, 70,  123, 130, 139, 148, 157, 167, 176, 185, 194, 188, 82,  48}},
        {1.5, {101, 102, 107, 114, 121, 128, 136, 143, 150, 156, 162, 163, 101, 103, 108, 115, 122, 129,
               137, 144, 151, 158, 163, 165, 104, 106, 111, 117, 125, 132, 140, 147, 154, 161, 166, 168,
               106, 108, 114, 121, 128, 136, 143, 151, 158, 165, 171, 173, 110, 112, 117, 124, 132, 140,
               148, 155, 163, 170, 175, 178, 113, 115, 121, 128, 136, 144, 152, 160, 167, 175, 180, 182,
               116, 118, 124, 131, 140, 148, 156, 164, 172, 179, 184, 185, 119, 122, 127, 135, 143, 152,
               160, 168, 176, 181, 184, 185, 123, 125, 131, 139, 147, 156, 164, 172, 178, 180, 179, 177,
               125, 128, 134, 142, 151, 159, 168, 175, 179, 176, 168, 163, 128, 130, 136, 144, 153, 162,
               171, 177, 179, 171, 157, 149, 129, 131, 137, 145, 154, 163, 172, 178, 178, 168, 151, 143}},
    };
    for (const auto& [sigma, green] : cases) {
        AugmentParams params = AugmentParams::off();
        params.blur = {.enabled = true, .probability = 1, .minSigma = sigma, .maxSigma = sigma};
        auto random = stream(0);
        const cv::Mat tile = augmentTile(test::pattern(12, 12), 12, params, random).rgb;
        ASSERT_EQ(green.size(), tile.total());
        for (int y = 0; y < 12; ++y)
            for (int x = 0; x < 12; ++x)
                EXPECT_NEAR(tile.at<cv::Vec3b>(y, x)[1], green[static_cast<std::size_t>(y * 12 + x)], 1)
                    << sigma << " at " << x << ", " << y;
    }
}

TEST(Augment, AFlipThatJoinsAWarpGivesThePixelsOfBothInTurn)
{
    AugmentParams params = AugmentParams::off();
    params.flipProbability = 1;
    params.trivial.enabled = true;
    params.rotation = {.enabled = true, .degrees = 20};
    const cv::Mat square = test::pattern(96, 96);
    for (const bool turned : {false, true})
        for (std::uint64_t index = 0; index < 60; ++index) {
            params.rotation.enabled = turned;
            auto random = stream(index);
            const auto [tile, drawn] = augmentTile(square, 96, params, random);
            cv::Mat expected;
            cv::flip(square, expected, 1);
            if (turned)
                expected = warpNearest(expected, rotation(expected.size(), drawn.rotation));
            expected = applyOperation(expected, drawn.operation, drawn.magnitude);
            cv::Mat difference;
            cv::absdiff(tile, expected, difference);
            EXPECT_LE(cv::countNonZero(difference.reshape(1)), 0.01 * 3 * 96 * 96)
                << operationName(drawn.operation) << " by " << drawn.magnitude << " after " << drawn.rotation;
        }
}

TEST(Augment, RotationAndJitterAreAsDescribed)
{
    AugmentParams params = AugmentParams::off();
    params.rotation = {.enabled = true, .degrees = 40};
    params.jitter.enabled = true;
    for (std::uint64_t index = 0; index < 20; ++index) {
        auto random = stream(index);
        const Tile tile = augmentTile(picture(), 40, params, random);
        EXPECT_LE(std::abs(tile.description.rotation), 40);
        ASSERT_TRUE(tile.description.jitter);
        const cv::Mat turned =
            applyOperation(centerCrop(picture(), 40), Operation::Rotate, tile.description.rotation);
        EXPECT_TRUE(same(tile.rgb, applyJitter(turned, *tile.description.jitter))) << index;
    }
}

TEST(Augment, StreamsTellSeedEpochAndPictureApart)
{
    const std::string one(64, 'a');
    const std::string other = "b" + std::string(63, 'a');
    const auto first = tileStream(1, 2, one).next();
    EXPECT_EQ(first, tileStream(1, 2, one).next());
    EXPECT_NE(first, tileStream(2, 2, one).next());
    EXPECT_NE(first, tileStream(1, 3, one).next());
    EXPECT_NE(first, tileStream(1, 2, other).next());
}

TEST(AugmentParams, SurviveJson)
{
    AugmentParams params = AugmentParams::recipe();
    params.crop.minScale = 0.5;
    params.trivial.uses[3] = false;
    params.trivial.levels = 11;
    params.trivial.strengths[5] = 0.25;
    params.letterbox = true;
    params.rotation = {.enabled = true, .degrees = 3};
    params.jitter = {true, 0.1, 0.2, 0.3, 0.04};
    params.blur = {true, 0.75, 0.5, 1.5};
    params.mixing = {true, 0.3, true, 0.7};
    params.erasing.fill = RandomErasingParams::Fill::Value;
    params.erasing.value = 0.25f;
    EXPECT_EQ(nlohmann::json(params).get<AugmentParams>(), params);
}

TEST(AugmentParams, AreSummedUpInALine)
{
    EXPECT_EQ(summaryOf(AugmentParams::off()), "off");
    EXPECT_EQ(summaryOf(AugmentParams::recipe()),
              "crop to 80–100 %, flip 50 %, TrivialAugment (14 operations), erasing 25 %");
}

TEST(AugmentParams, OlderAndNewerFilesAreRead)
{
    const auto older = nlohmann::json::parse(R"({"crop": {"enabled": false}, "flip_probability": 0.25})");
    AugmentParams expected;
    expected.crop.enabled = false;
    expected.flipProbability = 0.25;
    EXPECT_EQ(older.get<AugmentParams>(), expected);
    const auto newer = nlohmann::json::parse(
        R"({"sparkle": 3, "trivial_augment": {"operations": {"Rotate": 0.5, "Sparkle": 1}}})");
    const auto read = newer.get<AugmentParams>();
    EXPECT_TRUE(read.trivial.uses[static_cast<std::size_t>(Operation::Rotate)]);
    EXPECT_EQ(read.trivial.strengths[static_cast<std::size_t>(Operation::Rotate)], 0.5);
    EXPECT_EQ(std::ranges::count(read.trivial.uses, true), 1);
}

} // namespace nakama
