#include "core/augment/warp.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>

namespace nakama
{

namespace
{

std::int64_t fixedPoint(double value)
{
    return static_cast<std::int64_t>(std::floor(value * 65536.0 + 0.5));
}

/** Where a coordinate that starts at start and grows by step a pixel lies within [0, limit), as a range of
 * pixels 0…count. */
cv::Range inside(std::int64_t start, std::int64_t step, std::int64_t limit, int count)
{
    if (step == 0)
        return start >= 0 && start < limit ? cv::Range(0, count) : cv::Range(0, 0);
    if (step < 0) { // the same, mirrored
        start = limit - 1 - start;
        step = -step;
    }
    const auto firstAtLeast = [&](std::int64_t value) { // the first pixel that reaches value
        const std::int64_t missing = value - start;
        return static_cast<int>(std::clamp<std::int64_t>((missing + step - 1) / step, 0, count));
    };
    const int begin = start >= 0 ? 0 : firstAtLeast(0);
    const int end = start >= limit ? 0 : firstAtLeast(limit);
    return {begin, std::max(begin, end)};
}

/** Pillow rounds sine and cosine, so that quarter turns are exact. */
double roundedTo15Places(double value)
{
    return std::nearbyint(value * 1e15) / 1e15;
}

} // namespace

InverseAffine rotation(cv::Size size, double degrees)
{
    const double angle = -degrees * std::numbers::pi / 180.0;
    const double cosine = roundedTo15Places(std::cos(angle));
    const double sine = roundedTo15Places(std::sin(angle));
    const double x = size.width / 2.0;
    const double y = size.height / 2.0;
    return {cosine, sine, x - cosine * x - sine * y, -sine, cosine, y + sine * x - cosine * y};
}

InverseAffine afterMirroring(const InverseAffine& inverse, int width)
{
    const auto [a, b, c, d, e, f] = inverse;
    return {-a, -b, width - c, d, e, f};
}

cv::Mat warpNearest(const cv::Mat& rgb, const InverseAffine& inverse)
{
    const auto [a, b, c, d, e, f] = inverse;
    const std::int64_t stepX = fixedPoint(a);
    const std::int64_t stepY = fixedPoint(d);
    std::int64_t rowX = fixedPoint(c + a * 0.5 + b * 0.5);
    std::int64_t rowY = fixedPoint(f + d * 0.5 + e * 0.5);
    const std::int64_t width = std::int64_t{rgb.cols} << 16;
    const std::int64_t height = std::int64_t{rgb.rows} << 16;
    cv::Mat out(rgb.size(), CV_8UC3);
    for (int y = 0; y < out.rows; ++y, rowX += fixedPoint(b), rowY += fixedPoint(e)) {
        const cv::Range within = inside(rowX, stepX, width, out.cols) & inside(rowY, stepY, height, out.cols);
        const cv::Range filled = within.empty() ? cv::Range(0, 0) : within;
        std::uint8_t* target = out.ptr(y);
        std::memset(target, 0, std::size_t{3} * static_cast<std::size_t>(filled.start));
        std::int64_t sourceX = rowX + filled.start * stepX;
        std::int64_t sourceY = rowY + filled.start * stepY;
        const auto pixel = [&] {
            return rgb.ptr(static_cast<int>(sourceY >> 16), static_cast<int>(sourceX >> 16));
        };
        target += 3 * filled.start;
        if (stepX == 65536 && stepY == 0 && !filled.empty()) { // shifted only
            std::memcpy(target, pixel(), std::size_t{3} * static_cast<std::size_t>(filled.size()));
            target += 3 * filled.size();
        } else {
            for (int x = filled.start; x < filled.end; ++x, target += 3, sourceX += stepX, sourceY += stepY)
                std::memcpy(target, pixel(), 3);
        }
        std::memset(target, 0, std::size_t{3} * static_cast<std::size_t>(out.cols - filled.end));
    }
    return out;
}

} // namespace nakama
