#pragma once

#include "core/base/random.h"

#include <nlohmann/json_fwd.hpp>
#include <opencv2/core/mat.hpp>

namespace nakama
{

/** torchvision's RandomResizedCrop: scale is the share of the area, ratio is width / height. */
struct RandomResizedCropParams
{
    bool enabled = true;
    double minScale = 0.8;
    double maxScale = 1.0;
    double minRatio = 3.0 / 4.0;
    double maxRatio = 4.0 / 3.0;

    bool operator==(const RandomResizedCropParams&) const = default;
};

/** What is done to a training picture, in order. */
struct AugmentParams
{
    RandomResizedCropParams crop;
    double flipProbability = 0.5;

    bool operator==(const AugmentParams&) const = default;
    /** Every operation off: a training picture then equals its evaluation crop. */
    static AugmentParams off();
};

void to_json(nlohmann::json& json, const AugmentParams& params);
void from_json(const nlohmann::json& json, AugmentParams& params);

/** The region that RandomResizedCrop cuts: ten tries, else the largest central crop within the ratio bounds.
 */
cv::Rect drawCrop(cv::Size picture, const RandomResizedCropParams& params, RandomStream& random);

/**
 * One training tile, size × size RGB 8-bit, from a shrunk picture. Draws from random in a fixed order, so the
 * same stream gives the same tile. With the crop off, the centre crop of evaluation is taken.
 */
cv::Mat augment(const cv::Mat& shrunk, int size, const AugmentParams& params, RandomStream& random);

} // namespace nakama
