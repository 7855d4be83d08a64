#pragma once

#include "core/base/job.h"
#include "core/inference/features.h"

#include <torch/torch.h>

namespace nakama
{

/** The same memory as a tensor, (rows, columns); the matrix (CV_32F, continuous) must outlive it. */
torch::Tensor asTensor(const cv::Mat& rows);

/** As Engine::nearest. Throws c10::Error. */
Result<std::vector<std::vector<Neighbour>>> nearestRows(const cv::Mat& rows, const cv::Mat& queries,
                                                        int count, const JobContext& context);

} // namespace nakama
