#include "core/augment/augment.h"
#include "core/augment/random_erasing.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <vector>

namespace nakama
{

namespace
{

constexpr int draws = 42'000;

double chiSquare(std::span<const int> counts)
{
    double total = 0;
    for (const int count : counts)
        total += count;
    const double expected = total / static_cast<double>(counts.size());
    double sum = 0;
    for (const int count : counts)
        sum += (count - expected) * (count - expected) / expected;
    return sum;
}

RandomStream stream(int index)
{
    return {11, RandomPurpose::Augment, 0, static_cast<std::uint64_t>(index)};
}

} // namespace

TEST(Draws, OperationsLevelsAndSignsAreUniform)
{
    AugmentParams params = AugmentParams::off();
    params.trivial.enabled = true;
    const cv::Mat dot(1, 1, CV_8UC3, cv::Scalar::all(9));
    std::vector<int> operations(operationCount);
    std::vector<int> levels(31);
    int negative = 0;
    int signedOnes = 0;
    for (int i = 0; i < draws; ++i) {
        auto random = stream(i);
        const auto drawn = augmentTile(dot, 1, params, random).description;
        ++operations[static_cast<std::size_t>(drawn.operation)];
        if (isSigned(drawn.operation) && drawn.magnitude != 0) {
            ++signedOnes;
            negative += drawn.magnitude < 0;
        }
        if (drawn.operation == Operation::Rotate)
            ++levels[static_cast<std::size_t>(std::lrint(std::abs(drawn.magnitude) / 135 * 30))];
    }
    EXPECT_LT(chiSquare(operations), 34.5); // 13 degrees of freedom, p = 0.001
    EXPECT_LT(chiSquare(levels), 59.7);     // 30 degrees of freedom, p = 0.001
    EXPECT_NEAR(static_cast<double>(negative) / signedOnes, 0.5, 0.015);
}

TEST(Draws, CropsKeepTheirBoundsAndAreSpreadEvenly)
{
    const cv::Size picture(400, 400);
    std::vector<int> ratios(10);
    std::vector<int> scales(10);
    const RandomResizedCropParams params{.minScale = 0.3, .maxScale = 0.7};
    for (int i = 0; i < draws; ++i) {
        auto random = stream(i);
        const cv::Rect crop = drawCrop(picture, params, random);
        ASSERT_EQ(crop & cv::Rect({}, picture), crop);
        // 0.7 of the area at 4:3 is within the picture: no try fails, so both are as drawn.
        const double ratio = std::log(static_cast<double>(crop.width) / crop.height) / std::log(4.0 / 3.0);
        const double scale = (crop.area() / 160'000.0 - 0.3) / 0.4;
        ++ratios[static_cast<std::size_t>(std::clamp((ratio + 1) * 5, 0.0, 9.0))];
        ++scales[static_cast<std::size_t>(std::clamp(scale * 10, 0.0, 9.0))];
    }
    // 9 degrees of freedom, p = 0.001 is 27.9; rounding to whole pixels moves a little across the borders.
    EXPECT_LT(chiSquare(ratios), 60);
    EXPECT_LT(chiSquare(scales), 60);
}

TEST(Draws, ASliverFallsBackToItsCentre)
{
    auto random = stream(0);
    // No crop of 80 % of the area has a ratio within 3/4…4/3 here: torchvision takes width / (3/4) rows.
    EXPECT_EQ(drawCrop({30, 300}, {}, random), cv::Rect(0, 130, 30, 40));
    EXPECT_EQ(drawCrop({300, 30}, {}, random), cv::Rect(130, 0, 40, 30));
}

TEST(Draws, ErasingKeepsItsProbabilityAndBounds)
{
    const RandomErasingParams params{.enabled = true};
    std::vector<float> planes(3 * 64 * 64);
    int erased = 0;
    for (int i = 0; i < 8000; ++i) {
        auto random = stream(i);
        const auto hole = drawErasing({64, 64}, params, random);
        if (!hole)
            continue;
        ++erased;
        erase(planes.data(), {64, 64}, *hole, params, random);
        ASSERT_EQ(*hole & cv::Rect(0, 0, 64, 64), *hole);
        EXPECT_GT(hole->area(), 0.01 * 64 * 64);
        EXPECT_LT(hole->area(), 0.27 * 64 * 64);
    }
    EXPECT_NEAR(erased / 8000.0, 0.25, 0.02);
    double sum = 0;
    double squares = 0;
    for (const float value : planes) {
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    const auto count = static_cast<double>(planes.size()); // by now noise everywhere
    EXPECT_NEAR(sum / count, 0, 0.05);
    EXPECT_NEAR(squares / count, 1, 0.06);
}

} // namespace nakama
