#pragma once

#include "core/base/job.h"
#include "core/inference/features.h"

namespace nakama
{

/** As Engine::project. Throws c10::Error. */
Result<std::vector<cv::Point2f>> projectRows(const cv::Mat& rows, const ProjectionParams& params,
                                             JobContext& context);

} // namespace nakama
