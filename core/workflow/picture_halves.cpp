#include "core/workflow/picture_halves.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace nakama
{

std::array<cv::Mat, 4> halvesOf(const cv::Mat& rgb)
{
    const int width = std::max(rgb.cols / 2, 1), height = std::max(rgb.rows / 2, 1);
    return {rgb(cv::Rect(0, 0, width, rgb.rows)).clone(),
            rgb(cv::Rect(rgb.cols - width, 0, width, rgb.rows)).clone(),
            rgb(cv::Rect(0, 0, rgb.cols, height)).clone(),
            rgb(cv::Rect(0, rgb.rows - height, rgb.cols, height)).clone()};
}

cv::Mat joined(const cv::Mat& first, const cv::Mat& second, Joint joint)
{
    const bool beside = joint == Joint::SideBySide;
    const double scale = beside ? static_cast<double>(first.rows) / second.rows
                                : static_cast<double>(first.cols) / second.cols;
    const auto scaled = [&](int length) {
        return std::max(1, static_cast<int>(std::lround(length * scale)));
    };
    const cv::Size size =
        beside ? cv::Size(scaled(second.cols), first.rows) : cv::Size(first.cols, scaled(second.rows));
    cv::Mat fitting, whole;
    cv::resize(second, fitting, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    if (beside)
        cv::hconcat(first, fitting, whole);
    else
        cv::vconcat(first, fitting, whole);
    return whole;
}

} // namespace nakama
