#include "core/augment/operation.h"
#include "tests/unit/augment/reference_picture.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <algorithm>

namespace nakama
{

using test::digest;
using test::pattern;

namespace
{

struct Reference
{
    const char* operation;
    double magnitude;
    const char* digest;
};

// From tests/golden/augment/operations.py.
const Reference references[]{
    {"Identity", 0, "264966e8bac8abef"},       {"ShearX", 0.33, "7a2ecfc4a113db99"},
    {"ShearX", -0.99, "6d99544a04a66231"},     {"ShearY", 0.66, "4b7a833ef85ce08f"},
    {"ShearY", -0.198, "0e3d27c7c564450f"},    {"TranslateX", 17.0667, "11f3a230a5891b04"},
    {"TranslateX", -32.0, "5b73ea863bd77eef"}, {"TranslateY", 3.2, "48e757c365497158"},
    {"TranslateY", -9.6, "1c68c25564756fa5"},  {"Rotate", 4.5, "6f4355736cc766d3"},
    {"Rotate", -31.5, "9b0ba57d1ce8fe23"},     {"Rotate", 90.0, "bdea0c01fa51b2e1"},
    {"Rotate", 135.0, "1c6f311765fc7192"},     {"Rotate", -135.0, "24e77d47f1e0a144"},
    {"Brightness", 0.495, "1f7278ad18d4f054"}, {"Brightness", -0.99, "d996c038f9b9354c"},
    {"Brightness", 0.99, "ac09d7ad534ce95f"},  {"Color", 0.495, "4e6c4c179bced7ad"},
    {"Color", -0.99, "f03fdde693891495"},      {"Color", 0.99, "ae28f9832bfcde6f"},
    {"Contrast", 0.33, "6cb32e60c70c5819"},    {"Contrast", -0.66, "2a9eadd06a1d68ee"},
    {"Contrast", 0.99, "accb07da76b641fe"},    {"Sharpness", 0.66, "a6738e25247991ca"},
    {"Sharpness", -0.99, "23ad4f65912327d7"},  {"Sharpness", 0.99, "756a9567d1f05697"},
    {"Posterize", 8, "264966e8bac8abef"},      {"Posterize", 5, "27891d4e7976448d"},
    {"Posterize", 2, "1475efd7469b528c"},      {"Solarize", 255.0, "264966e8bac8abef"},
    {"Solarize", 136.0, "8c59df3c7e73da4e"},   {"Solarize", 8.5, "60f730bc05efac77"},
    {"Solarize", 0.0, "60f730bc05efac77"},     {"AutoContrast", 0, "29cfa1eba40e52c9"},
    {"Equalize", 0, "66cf3f78cbdf5244"},
};

} // namespace

TEST(Operation, EqualsTorchvisionOnPillowInEveryPixel)
{
    for (const auto& [name, magnitude, expected] : references) {
        const auto operation = operationFromName(name);
        ASSERT_TRUE(operation) << name;
        EXPECT_EQ(digest(applyOperation(pattern(91, 67), *operation, magnitude)), expected)
            << name << ' ' << magnitude;
    }
}

TEST(Operation, EveryOneHasAReference)
{
    for (std::size_t i = 0; i < operationCount; ++i) {
        const auto operation = static_cast<Operation>(i);
        EXPECT_EQ(operationFromName(operationName(operation)), operation);
        EXPECT_TRUE(std::ranges::any_of(
            references, [&](const Reference& r) { return r.operation == operationName(operation); }));
    }
    EXPECT_FALSE(operationFromName("Invert"));
}

TEST(Operation, MagnitudesOfTrivialAugmentWide)
{
    EXPECT_DOUBLE_EQ(magnitudeAt(Operation::ShearX, 1), 0.99);
    EXPECT_DOUBLE_EQ(magnitudeAt(Operation::TranslateY, 0.5), 16);
    EXPECT_DOUBLE_EQ(magnitudeAt(Operation::Rotate, 1), 135);
    EXPECT_DOUBLE_EQ(magnitudeAt(Operation::Solarize, 0), 255);
    // 8 - (torch.arange(31) / 5).round()
    const int bits[]{8, 8, 8, 7, 7, 7, 7, 7, 6, 6, 6, 6, 6, 5, 5, 5,
                     5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2};
    for (int i = 0; i < 31; ++i)
        EXPECT_EQ(magnitudeAt(Operation::Posterize, i / 30.0), bits[i]) << i;
    EXPECT_TRUE(isSigned(Operation::Sharpness));
    EXPECT_FALSE(isSigned(Operation::Posterize));
    EXPECT_FALSE(isSigned(Operation::Identity));
}

TEST(Operation, FlatAndTinyPicturesSurviveEveryOperation)
{
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(2, 3), cv::Size(40, 40)})
        for (std::size_t i = 0; i < operationCount; ++i) {
            const auto operation = static_cast<Operation>(i);
            const cv::Mat flat(size, CV_8UC3, cv::Scalar(10, 200, 90));
            for (const double level : {0.0, 0.5, 1.0})
                EXPECT_EQ(applyOperation(flat, operation, magnitudeAt(operation, level)).size(), size);
        }
}

} // namespace nakama
