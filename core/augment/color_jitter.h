#pragma once

#include "core/base/random.h"

#include <opencv2/core/mat.hpp>

#include <array>

namespace nakama
{

/** torchvision's ColorJitter: each factor is drawn around 1 by this much, the hue around 0; in a drawn order.
 */
struct ColorJitterParams
{
    bool enabled = false;
    double brightness = 0.2;
    double contrast = 0.2;
    double saturation = 0.2;
    double hue = 0.05; ///< in turns of the colour wheel, at most 0.5

    bool operator==(const ColorJitterParams&) const = default;
};

/** What was drawn: the factors, and in which order they act. */
struct ColorJitter
{
    enum class Part { Brightness, Contrast, Saturation, Hue };

    double brightness = 1;
    double contrast = 1;
    double saturation = 1;
    double hue = 0;
    std::array<Part, 4> order{Part::Brightness, Part::Contrast, Part::Saturation, Part::Hue};
};

ColorJitter drawJitter(const ColorJitterParams& params, RandomStream& random);

/** Equal to torchvision 0.14 on Pillow 9.4 pictures. rgb: CV_8UC3; the result is new. */
cv::Mat applyJitter(const cv::Mat& rgb, const ColorJitter& jitter);

} // namespace nakama
