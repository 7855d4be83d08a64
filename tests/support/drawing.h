#pragma once

#include "core/base/random.h"

#include <opencv2/imgproc.hpp>

#include <cstdint>

namespace nakama::test
{

/** Some shapes of some colours on white; unlike for every number. */
inline cv::Mat drawing(int number, int width = 200, int height = 160)
{
    RandomStream random(static_cast<std::uint64_t>(number), RandomPurpose::Painting);
    cv::Mat picture(height, width, CV_8UC3, cv::Scalar::all(255));
    for (int i = 0; i < 12; ++i) {
        const cv::Scalar colour(random.below(230), random.below(230), random.below(230));
        const cv::Point centre(static_cast<int>(random.uniform(0.1, 0.9) * width),
                               static_cast<int>(random.uniform(0.1, 0.9) * height));
        cv::ellipse(picture, centre,
                    {static_cast<int>(random.uniform(0.05, 0.2) * width),
                     static_cast<int>(random.uniform(0.05, 0.2) * height)},
                    random.uniform(0, 180), 0, 360, colour, cv::FILLED, cv::LINE_AA);
    }
    return picture;
}

} // namespace nakama::test
