#include "core/augment/random_erasing.h"

#include "core/augment/noise.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace nakama
{

namespace
{

constexpr int tries = 10;

} // namespace

std::optional<cv::Rect> drawErasing(cv::Size tile, const RandomErasingParams& params, RandomStream& random)
{
    if (!params.enabled || !random.chance(params.probability))
        return std::nullopt;
    const double area = static_cast<double>(tile.width) * tile.height;
    for (int attempt = 0; attempt < tries; ++attempt) {
        const double target = area * random.uniform(params.minScale, params.maxScale);
        const double ratio = std::exp(random.uniform(std::log(params.minRatio), std::log(params.maxRatio)));
        const int height = static_cast<int>(std::lrint(std::sqrt(target * ratio)));
        const int width = static_cast<int>(std::lrint(std::sqrt(target / ratio)));
        if (height >= tile.height || width >= tile.width)
            continue;
        const auto top = random.below(static_cast<std::uint32_t>(tile.height - height + 1));
        const auto left = random.below(static_cast<std::uint32_t>(tile.width - width + 1));
        return cv::Rect(static_cast<int>(left), static_cast<int>(top), width, height);
    }
    return std::nullopt;
}

void erase(float* planes, cv::Size size, const cv::Rect& hole, const RandomErasingParams& params,
           RandomStream& random)
{
    for (int plane = 0; plane < 3; ++plane)
        for (int y = hole.y; y < hole.y + hole.height; ++y) {
            const std::span row(planes + (static_cast<std::ptrdiff_t>(plane) * size.height + y) * size.width +
                                    hole.x,
                                static_cast<std::size_t>(hole.width));
            if (params.fill == RandomErasingParams::Fill::Noise)
                fillWithNoise(row, random);
            else
                std::ranges::fill(row, params.value);
        }
}

} // namespace nakama
