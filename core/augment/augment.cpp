#include "core/augment/augment.h"

#include "core/imaging/resize.h"

#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

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

AugmentParams AugmentParams::off()
{
    AugmentParams params;
    params.crop.enabled = false;
    params.flipProbability = 0;
    return params;
}

void to_json(nlohmann::json& json, const AugmentParams& params)
{
    json = {{"crop",
             {{"enabled", params.crop.enabled},
              {"min_scale", params.crop.minScale},
              {"max_scale", params.crop.maxScale},
              {"min_ratio", params.crop.minRatio},
              {"max_ratio", params.crop.maxRatio}}},
            {"flip_probability", params.flipProbability}};
}

void from_json(const nlohmann::json& json, AugmentParams& params)
{
    // Missing fields keep their defaults, so that older and newer files can be read.
    params = {};
    if (const auto crop = json.find("crop"); crop != json.end()) {
        params.crop.enabled = crop->value("enabled", params.crop.enabled);
        params.crop.minScale = crop->value("min_scale", params.crop.minScale);
        params.crop.maxScale = crop->value("max_scale", params.crop.maxScale);
        params.crop.minRatio = crop->value("min_ratio", params.crop.minRatio);
        params.crop.maxRatio = crop->value("max_ratio", params.crop.maxRatio);
    }
    params.flipProbability = json.value("flip_probability", params.flipProbability);
}

cv::Rect drawCrop(cv::Size picture, const RandomResizedCropParams& params, RandomStream& random)
{
    const double area = static_cast<double>(picture.width) * picture.height;
    for (int attempt = 0; attempt < 10; ++attempt) {
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

cv::Mat augment(const cv::Mat& shrunk, int size, const AugmentParams& params, RandomStream& random)
{
    cv::Mat tile = params.crop.enabled
                       ? resizeAntialiased(shrunk, drawCrop(shrunk.size(), params.crop, random), size, size)
                       : centerCrop(shrunk, size);
    if (random.chance(params.flipProbability))
        cv::flip(tile, tile, 1);
    return tile;
}

} // namespace nakama
