#pragma once

#include <opencv2/core.hpp>

namespace nakama::test
{

/** Every value differs from its neighbours; the same formula as in tests/golden/imaging/resize.py. */
inline cv::Mat pattern(int width, int height)
{
    cv::Mat rgb(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c)
                rgb.at<cv::Vec3b>(y, x)[c] =
                    static_cast<uchar>((x * 37 + y * 101 + c * 59 + x * y * 7) % 256);
    return rgb;
}

/** Smooth colours, different in every corner: what lossy formats keep. */
inline cv::Mat smooth(int width, int height)
{
    cv::Mat rgb(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            rgb.at<cv::Vec3b>(y, x) = {static_cast<uchar>(20 + 200 * x / width),
                                       static_cast<uchar>(230 - 200 * y / height),
                                       static_cast<uchar>(60 + 60 * x / width + 90 * y / height)};
    return rgb;
}

/** RGBA: smooth colours, opaque on the left, half transparent, then fully transparent on the right. */
inline cv::Mat smoothWithAlpha(int width, int height)
{
    const cv::Mat rgb = smooth(width, height);
    cv::Mat rgba(height, width, CV_8UC4);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto& p = rgb.at<cv::Vec3b>(y, x);
            const int third = 3 * x / width;
            rgba.at<cv::Vec4b>(y, x) = {p[0], p[1], p[2],
                                        static_cast<uchar>(third == 0   ? 255
                                                           : third == 1 ? 128
                                                                        : 0)};
        }
    return rgba;
}

/** RGBA on white, by the definition in real numbers. */
inline cv::Mat onWhite(const cv::Mat& rgba)
{
    cv::Mat rgb(rgba.size(), CV_8UC3);
    for (int y = 0; y < rgba.rows; ++y)
        for (int x = 0; x < rgba.cols; ++x)
            for (int c = 0; c < 3; ++c) {
                const auto& p = rgba.at<cv::Vec4b>(y, x);
                rgb.at<cv::Vec3b>(y, x)[c] =
                    cv::saturate_cast<uchar>((p[c] * p[3] + 255.0 * (255 - p[3])) / 255.0);
            }
    return rgb;
}

inline double largestDifference(const cv::Mat& a, const cv::Mat& b)
{
    return a.size() == b.size() && a.type() == b.type() ? cv::norm(a, b, cv::NORM_INF) : 1000;
}

inline double meanDifference(const cv::Mat& a, const cv::Mat& b)
{
    return a.size() == b.size() && a.type() == b.type()
               ? cv::norm(a, b, cv::NORM_L1) / static_cast<double>(a.total() * 3)
               : 1000;
}

} // namespace nakama::test
