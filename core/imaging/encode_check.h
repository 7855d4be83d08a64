#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

namespace nakama
{

/** What every encoder asks of a picture. Error: InvalidArgument. */
inline Result<void> checkEncodable(const cv::Mat& rgb)
{
    if (rgb.empty() || rgb.type() != CV_8UC3)
        return fail(ErrorCode::InvalidArgument, "only RGB pictures of 8 bits a channel can be written");
    return {};
}

} // namespace nakama
