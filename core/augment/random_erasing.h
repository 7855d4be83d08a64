#pragma once

#include "core/augment/augment.h"

namespace nakama
{

/** The rectangle that RandomErasing takes: ten tries at an area and a log-uniform ratio (height / width),
 * else none. */
std::optional<cv::Rect> drawErasing(cv::Size picture, const RandomErasingParams& params,
                                    RandomStream& random);

/** Erases a drawn rectangle of planes R, G, B with the stated probability; returns what was erased. */
std::optional<cv::Rect> eraseRandomly(float* planes, cv::Size size, const RandomErasingParams& params,
                                      RandomStream& random);

} // namespace nakama
