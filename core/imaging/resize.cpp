#include "core/imaging/resize.h"

#include "core/imaging/resize_kernels.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace nakama
{

namespace
{

cv::Mat resizeHorizontally(const cv::Mat& rgb, resize::Span span, int width, const resize::Kernels& kernels)
{
    resize::RowTable table{resize::makeFilterTable(rgb.cols, span, width), {}};
    table.paired = resize::inPairs(table.filter, rgb.cols);
    const std::size_t rowBytes = static_cast<std::size_t>(rgb.cols) * 3;
    std::vector<std::uint8_t> padded(rowBytes + resize::overreadBytes);
    cv::Mat out(rgb.rows, width, CV_8UC3);
    for (int y = 0; y < rgb.rows; ++y) {
        const std::uint8_t* source = rgb.ptr(y);
        // The last rows have too few readable bytes behind them.
        if (static_cast<std::size_t>(rgb.rows - 1 - y) * rgb.step < resize::overreadBytes) {
            std::memcpy(padded.data(), source, rowBytes);
            source = padded.data();
        }
        kernels.horizontal(source, out.ptr(y), table);
    }
    return out;
}

cv::Mat resizeVertically(const cv::Mat& rgb, resize::Span span, int height, const resize::Kernels& kernels)
{
    const resize::FilterTable table = resize::makeFilterTable(rgb.rows, span, height);
    cv::Mat out(height, rgb.cols, CV_8UC3);
    for (int y = 0; y < height; ++y)
        kernels.vertical(rgb.ptr(table.first[static_cast<std::size_t>(y)]), rgb.step, out.ptr(y),
                         static_cast<std::size_t>(rgb.cols) * 3, table, y);
    return out;
}

} // namespace

cv::Mat resizeAntialiased(const cv::Mat& rgb, int width, int height)
{
    return resizeBoxAntialiased(rgb, cv::Rect2d(0, 0, rgb.cols, rgb.rows), width, height);
}

cv::Mat resizeAntialiased(const cv::Mat& rgb, const cv::Rect& region, int width, int height)
{
    return resizeAntialiased(rgb(region), width, height);
}

cv::Mat resizeBoxAntialiased(const cv::Mat& rgb, const cv::Rect2d& box, int width, int height)
{
    static const resize::Kernels kernels = resize::fastestKernels();
    const bool sameWidth = rgb.cols == width && box.x == 0 && box.width == width;
    const bool sameHeight = rgb.rows == height && box.y == 0 && box.height == height;
    if (sameWidth && sameHeight)
        return rgb.clone();
    const cv::Mat narrow = sameWidth ? rgb : resizeHorizontally(rgb, {box.x, box.width}, width, kernels);
    return sameHeight ? narrow : resizeVertically(narrow, {box.y, box.height}, height, kernels);
}

cv::Mat centerCrop(const cv::Mat& rgb, int size)
{
    cv::Mat padded = rgb;
    if (rgb.cols < size || rgb.rows < size) {
        const int missingX = std::max(size - rgb.cols, 0);
        const int missingY = std::max(size - rgb.rows, 0);
        cv::copyMakeBorder(rgb, padded, missingY / 2, (missingY + 1) / 2, missingX / 2, (missingX + 1) / 2,
                           cv::BORDER_CONSTANT);
    }
    // Python's round(), which torchvision uses here, takes halves to the even number; so does lrint.
    const int left = static_cast<int>(std::lrint((padded.cols - size) / 2.0));
    const int top = static_cast<int>(std::lrint((padded.rows - size) / 2.0));
    return padded(cv::Rect(left, top, size, size)).clone();
}

} // namespace nakama
