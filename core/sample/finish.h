#pragma once

#include "core/sample/scene.h"

#include <opencv2/core/mat.hpp>

namespace nakama
{

/** Light, tint, vignette, grain and the print process, on a finished drawing (RGB, 8 bits), in place. */
void finishPicture(cv::Mat& image, const Scene& scene, RandomStream& random);

} // namespace nakama
