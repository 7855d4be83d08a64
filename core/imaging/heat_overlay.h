#pragma once

#include <opencv2/core/mat.hpp>

namespace nakama
{

/**
 * The picture with a heat map laid over it: what is cold shows the picture, hot is red, and what the map does
 * not cover is half greyed. rgb: CV_8UC3; map: CV_32F, 0…1; area: the part of the picture that the map
 * covers, in shares of its width and height (it may reach beyond it); strength 0…1: how dense the hottest
 * spot is.
 */
cv::Mat heatOverlay(const cv::Mat& rgb, const cv::Mat& map, const cv::Rect2d& area, double strength);

} // namespace nakama
