#include "core/sample/finish.h"

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

float brightnessOf(const cv::Vec3f& pixel)
{
    return 0.299f * pixel[0] + 0.587f * pixel[1] + 0.114f * pixel[2];
}

/** As a black-and-white print: black and white far from the middle, a screen of dots in between. */
float screentone(float value, int x, int y)
{
    if (value < 70)
        return 25;
    if (value > 185)
        return 250;
    // Dots on a grid turned by 45 degrees; the darker, the larger.
    const float u = std::sin(static_cast<float>(x + y) * 0.55f) * std::sin(static_cast<float>(x - y) * 0.55f);
    const float threshold = 70 + 115 * (0.5f + 0.5f * u);
    return std::clamp(128 + 8 * (value - threshold), 25.0f, 250.0f);
}

cv::Vec3f developed(const cv::Vec3f& pixel, Process process, int x, int y)
{
    const float value = brightnessOf(pixel);
    switch (process) {
    case Process::FullColour:
        return pixel;
    case Process::Grey:
        return {value, value, value};
    case Process::Sepia:
        return {value * 1.06f + 8, value * 0.92f + 4, value * 0.72f};
    case Process::Screentone: {
        const float printed = screentone(value, x, y);
        return {printed, printed, printed};
    }
    }
    return pixel;
}

} // namespace

void finishPicture(cv::Mat& image, const Scene& scene, RandomStream& random)
{
    const float centre = static_cast<float>(image.cols - 1) / 2;
    const auto contrast = static_cast<float>(scene.contrast);
    const auto brightness = static_cast<float>(scene.brightness);
    const cv::Vec3f tint(static_cast<float>(scene.tint[0]), static_cast<float>(scene.tint[1]),
                         static_cast<float>(scene.tint[2]));
    for (int y = 0; y < image.rows; ++y) {
        auto* row = image.ptr<cv::Vec3b>(y);
        for (int x = 0; x < image.cols; ++x) {
            const float dx = (static_cast<float>(x) - centre) / centre;
            const float dy = (static_cast<float>(y) - centre) / centre;
            const float corner = 1 - static_cast<float>(scene.vignette) * 0.5f * (dx * dx + dy * dy);
            const float grain =
                scene.grain > 0 ? static_cast<float>(scene.grain * (random.uniform() + random.uniform() - 1))
                                : 0;
            cv::Vec3f pixel = developed(row[x], scene.process, x, y);
            for (int c = 0; c < 3; ++c) {
                const float value =
                    ((pixel[c] - 128) * contrast + 128) * brightness * corner * tint[c] + grain;
                row[x][c] = cv::saturate_cast<std::uint8_t>(value);
            }
        }
    }
}

} // namespace nakama
