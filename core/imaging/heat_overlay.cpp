#include "core/imaging/heat_overlay.h"

#include <opencv2/imgproc.hpp>

namespace nakama
{

namespace
{

constexpr double greyShare = 0.5; ///< where the map says nothing

/** The map as large as the picture, and which pixels it covers. */
void spread(const cv::Mat& map, const cv::Rect2d& area, cv::Size size, cv::Mat& heat, cv::Mat& covered)
{
    // Pixel centres: (x + ½) / width is a share of the picture, and so on for the map.
    const double scaleX = map.cols / (area.width * size.width);
    const double scaleY = map.rows / (area.height * size.height);
    const cv::Matx23d toMap(scaleX, 0, scaleX / 2 - area.x * map.cols / area.width - 0.5, 0, scaleY,
                            scaleY / 2 - area.y * map.rows / area.height - 0.5);
    cv::warpAffine(map, heat, toMap, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    const cv::Mat inside(map.size(), CV_8U, cv::Scalar::all(255));
    cv::warpAffine(inside, covered, toMap, size, cv::INTER_NEAREST | cv::WARP_INVERSE_MAP);
}

} // namespace

cv::Mat heatOverlay(const cv::Mat& rgb, const cv::Mat& map, const cv::Rect2d& area, double strength)
{
    cv::Mat heat;
    cv::Mat covered;
    spread(map, area, rgb.size(), heat, covered);
    cv::Mat bytes;
    heat.convertTo(bytes, CV_8U, 255);
    cv::Mat colours;
    cv::applyColorMap(bytes, colours, cv::COLORMAP_TURBO);
    cv::cvtColor(colours, colours, cv::COLOR_BGR2RGB);
    cv::Mat grey;
    cv::cvtColor(rgb, grey, cv::COLOR_RGB2GRAY);
    cv::cvtColor(grey, grey, cv::COLOR_GRAY2RGB);

    cv::Mat overlay(rgb.size(), CV_8UC3);
    for (int y = 0; y < rgb.rows; ++y)
        for (int x = 0; x < rgb.cols; ++x) {
            const bool inside = covered.at<std::uint8_t>(y, x) != 0;
            const auto& over = inside ? colours.at<cv::Vec3b>(y, x) : grey.at<cv::Vec3b>(y, x);
            const double share = inside ? strength * heat.at<float>(y, x) : greyShare;
            for (int channel = 0; channel < 3; ++channel)
                overlay.at<cv::Vec3b>(y, x)[channel] = cv::saturate_cast<std::uint8_t>(
                    (1 - share) * rgb.at<cv::Vec3b>(y, x)[channel] + share * over[channel]);
        }
    return overlay;
}

} // namespace nakama
