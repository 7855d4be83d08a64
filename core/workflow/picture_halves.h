#pragma once

#include <opencv2/core/mat.hpp>

#include <array>

namespace nakama
{

/** The left, right, upper and lower half of a picture, which must have two pixels each way at least. */
std::array<cv::Mat, 4> halvesOf(const cv::Mat& rgb);

enum class Joint { SideBySide, OneAboveTheOther };
/** Two pictures as one: the second gets the height of the first, or its width; each keeps its aspect. */
cv::Mat joined(const cv::Mat& first, const cv::Mat& second, Joint joint);

} // namespace nakama
