#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <vector>

namespace nakama
{

/** PNG of an RGB 8-bit picture (CV_8UC3, order R, G, B); compression 0…9 as zlib has it. */
Result<std::vector<std::byte>> encodePng(const cv::Mat& rgb, int compression = 6);
/** JPEG of an RGB 8-bit picture; quality 1…100, chroma 4:2:0 below 90 and 4:4:4 from 90. */
Result<std::vector<std::byte>> encodeJpeg(const cv::Mat& rgb, int quality = 95);

} // namespace nakama
