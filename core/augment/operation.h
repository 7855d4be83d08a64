#pragma once

#include "core/augment/warp.h"

#include <optional>
#include <string_view>

namespace nakama
{

/** The 14 operations of TrivialAugmentWide, in torchvision's order. */
enum class Operation {
    Identity,
    ShearX,
    ShearY,
    TranslateX,
    TranslateY,
    Rotate,
    Brightness,
    Color,
    Contrast,
    Sharpness,
    Posterize,
    Solarize,
    AutoContrast,
    Equalize,
};
inline constexpr std::size_t operationCount = 14;

/** torchvision's name: "ShearX", …; also used in JSON. */
std::string_view operationName(Operation operation);
std::optional<Operation> operationFromName(std::string_view name);

/** Whether the operation's magnitude may be drawn negative. */
bool isSigned(Operation operation);

/**
 * The magnitude at a level of 0 (weakest) to 1 (strongest) of TrivialAugmentWide: shear as a slope,
 * translation in pixels, rotation in degrees, colour factors minus 1, posterize in bits kept, solarize as a
 * threshold.
 */
double magnitudeAt(Operation operation, double level);

/** What a geometric operation does to a picture of this size; nothing for the others. */
std::optional<InverseAffine> warpOf(Operation operation, double magnitude, cv::Size size);

/**
 * Applies an operation as torchvision 0.14 does on Pillow 9.4 pictures, equal in every pixel: nearest
 * interpolation, black where nothing was; shear is about the top-left corner. rgb: CV_8UC3; the result is
 * new.
 */
cv::Mat applyOperation(const cv::Mat& rgb, Operation operation, double magnitude);

} // namespace nakama
