#include "core/augment/operation.h"

#include "core/augment/colour_operations.h"
#include "core/augment/warp.h"

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

constexpr std::array<std::string_view, operationCount> names{
    "Identity", "ShearX",   "ShearY",    "TranslateX", "TranslateY", "Rotate",       "Brightness",
    "Color",    "Contrast", "Sharpness", "Posterize",  "Solarize",   "AutoContrast", "Equalize",
};

} // namespace

std::string_view operationName(Operation operation)
{
    return names[static_cast<std::size_t>(operation)];
}

std::optional<Operation> operationFromName(std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Operation>(found - names.begin());
}

bool isSigned(Operation operation)
{
    return operation >= Operation::ShearX && operation <= Operation::Sharpness;
}

double magnitudeAt(Operation operation, double level)
{
    switch (operation) {
    case Operation::ShearX:
    case Operation::ShearY:
    case Operation::Brightness:
    case Operation::Color:
    case Operation::Contrast:
    case Operation::Sharpness:
        return 0.99 * level;
    case Operation::TranslateX:
    case Operation::TranslateY:
        return 32.0 * level;
    case Operation::Rotate:
        return 135.0 * level;
    case Operation::Posterize:
        return 8.0 - std::nearbyint(6.0 * level);
    case Operation::Solarize:
        return 255.0 * (1.0 - level);
    case Operation::Identity:
    case Operation::AutoContrast:
    case Operation::Equalize:
        break;
    }
    return 0;
}

std::optional<InverseAffine> warpOf(Operation operation, double magnitude, cv::Size size)
{
    switch (operation) {
    case Operation::ShearX:
        return InverseAffine{1, magnitude, 0, 0, 1, 0};
    case Operation::ShearY:
        return InverseAffine{1, 0, 0, magnitude, 1, 0};
    case Operation::TranslateX:
        return InverseAffine{1, 0, -std::trunc(magnitude), 0, 1, 0};
    case Operation::TranslateY:
        return InverseAffine{1, 0, 0, 0, 1, -std::trunc(magnitude)};
    case Operation::Rotate:
        return rotation(size, magnitude);
    default:
        return std::nullopt;
    }
}

cv::Mat applyOperation(const cv::Mat& rgb, Operation operation, double magnitude)
{
    switch (operation) {
    case Operation::Identity:
        return rgb.clone();
    case Operation::ShearX:
    case Operation::ShearY:
    case Operation::TranslateX:
    case Operation::TranslateY:
    case Operation::Rotate:
        return warpNearest(rgb, *warpOf(operation, magnitude, rgb.size()));
    case Operation::Brightness:
        return adjustBrightness(rgb, 1 + magnitude);
    case Operation::Color:
        return adjustColor(rgb, 1 + magnitude);
    case Operation::Contrast:
        return adjustContrast(rgb, 1 + magnitude);
    case Operation::Sharpness:
        return adjustSharpness(rgb, 1 + magnitude);
    case Operation::Posterize:
        return posterize(rgb, static_cast<int>(magnitude));
    case Operation::Solarize:
        return solarize(rgb, magnitude);
    case Operation::AutoContrast:
        return autoContrast(rgb);
    case Operation::Equalize:
        return equalize(rgb);
    }
    return rgb.clone();
}

} // namespace nakama
