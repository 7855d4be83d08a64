#pragma once

#include "core/augment/augment.h"

namespace nakama
{

/**
 * The rectangle that RandomErasing takes of a tile: with the stated probability, ten tries at an area and a
 * log-uniform ratio (height / width). None: nothing is erased.
 */
std::optional<cv::Rect> drawErasing(cv::Size tile, const RandomErasingParams& params, RandomStream& random);

/** Fills a rectangle of planes R, G, B of this size; noise is drawn from random. */
void erase(float* planes, cv::Size size, const cv::Rect& hole, const RandomErasingParams& params,
           RandomStream& random);

} // namespace nakama
