#pragma once

#include "core/base/hash.h"

#include <opencv2/core.hpp>

#include <span>
#include <string>

namespace nakama::test
{

/** The same formula as in tests/golden/augment/operations.py. */
inline cv::Mat pattern(int width, int height)
{
    cv::Mat rgb(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c)
                rgb.at<cv::Vec3b>(y, x)[c] =
                    static_cast<uchar>(30 + (x * 7 + y * 3 + c * 59 + x * y / 5) % 180);
    return rgb;
}

inline std::string digest(const cv::Mat& rgb)
{
    return sha256(std::as_bytes(std::span(rgb.data, rgb.total() * rgb.elemSize()))).substr(0, 16);
}

} // namespace nakama::test
