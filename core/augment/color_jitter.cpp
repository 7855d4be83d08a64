#include "core/augment/color_jitter.h"

#include "core/augment/colour_operations.h"

#include <algorithm>
#include <span>

namespace nakama
{

namespace
{

/** Around 1, never below 0. */
double drawFactor(double spread, RandomStream& random)
{
    return random.uniform(std::max(0.0, 1 - spread), 1 + spread);
}

cv::Mat applyPart(const cv::Mat& rgb, const ColorJitter& jitter, ColorJitter::Part part)
{
    switch (part) {
    case ColorJitter::Part::Brightness:
        return adjustBrightness(rgb, jitter.brightness);
    case ColorJitter::Part::Contrast:
        return adjustContrast(rgb, jitter.contrast);
    case ColorJitter::Part::Saturation:
        return adjustColor(rgb, jitter.saturation);
    case ColorJitter::Part::Hue:
        return adjustHue(rgb, jitter.hue);
    }
    return rgb;
}

} // namespace

ColorJitter drawJitter(const ColorJitterParams& params, RandomStream& random)
{
    ColorJitter jitter;
    jitter.brightness = drawFactor(params.brightness, random);
    jitter.contrast = drawFactor(params.contrast, random);
    jitter.saturation = drawFactor(params.saturation, random);
    jitter.hue = random.uniform(-params.hue, params.hue);
    random.shuffle(std::span<ColorJitter::Part>(jitter.order));
    return jitter;
}

cv::Mat applyJitter(const cv::Mat& rgb, const ColorJitter& jitter)
{
    cv::Mat out = rgb;
    for (const auto part : jitter.order)
        out = applyPart(out, jitter, part);
    return out;
}

} // namespace nakama
