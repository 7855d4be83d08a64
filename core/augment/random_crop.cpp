#include "core/augment/augment.h"

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

constexpr int tries = 10;

int rounded(double value)
{
    return static_cast<int>(std::lrint(value)); // halves to even, as Python's round()
}

cv::Rect centred(cv::Size picture, int width, int height)
{
    return {(picture.width - width) / 2, (picture.height - height) / 2, width, height};
}

/** torchvision's fallback for pictures in which no try fits. */
cv::Rect centralCrop(cv::Size picture, const RandomResizedCropParams& params)
{
    const double ratio = static_cast<double>(picture.width) / picture.height;
    if (ratio < params.minRatio)
        return centred(picture, picture.width,
                       std::clamp(rounded(picture.width / params.minRatio), 1, picture.height));
    if (ratio > params.maxRatio)
        return centred(picture, std::clamp(rounded(picture.height * params.maxRatio), 1, picture.width),
                       picture.height);
    return {0, 0, picture.width, picture.height};
}

} // namespace

cv::Rect drawCrop(cv::Size picture, const RandomResizedCropParams& params, RandomStream& random)
{
    const double area = static_cast<double>(picture.width) * picture.height;
    for (int attempt = 0; attempt < tries; ++attempt) {
        const double target = area * random.uniform(params.minScale, params.maxScale);
        const double ratio = std::exp(random.uniform(std::log(params.minRatio), std::log(params.maxRatio)));
        const int width = rounded(std::sqrt(target * ratio));
        const int height = rounded(std::sqrt(target / ratio));
        if (width < 1 || height < 1 || width > picture.width || height > picture.height)
            continue;
        const auto top = random.below(static_cast<std::uint32_t>(picture.height - height + 1));
        const auto left = random.below(static_cast<std::uint32_t>(picture.width - width + 1));
        return {static_cast<int>(left), static_cast<int>(top), width, height};
    }
    return centralCrop(picture, params);
}

} // namespace nakama
