#include "core/augment/warp.h"

#include <cmath>
#include <cstdint>
#include <numbers>

namespace nakama
{

namespace
{

std::int64_t fixedPoint(double value)
{
    return static_cast<std::int64_t>(std::floor(value * 65536.0 + 0.5));
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

cv::Mat warpNearest(const cv::Mat& rgb, const InverseAffine& inverse)
{
    const auto [a, b, c, d, e, f] = inverse;
    const std::int64_t stepX = fixedPoint(a);
    const std::int64_t stepY = fixedPoint(d);
    std::int64_t rowX = fixedPoint(c + a * 0.5 + b * 0.5);
    std::int64_t rowY = fixedPoint(f + d * 0.5 + e * 0.5);
    cv::Mat out(rgb.size(), CV_8UC3);
    for (int y = 0; y < out.rows; ++y, rowX += fixedPoint(b), rowY += fixedPoint(e)) {
        std::uint8_t* target = out.ptr(y);
        std::int64_t sourceX = rowX;
        std::int64_t sourceY = rowY;
        for (int x = 0; x < out.cols; ++x, target += 3, sourceX += stepX, sourceY += stepY) {
            const auto column = static_cast<std::uint64_t>(sourceX >> 16); // negative becomes huge
            const auto row = static_cast<std::uint64_t>(sourceY >> 16);
            const bool inside =
                column < static_cast<std::uint64_t>(rgb.cols) && row < static_cast<std::uint64_t>(rgb.rows);
            const std::uint8_t* source = inside ? rgb.data + row * rgb.step + 3 * column : nullptr;
            target[0] = inside ? source[0] : std::uint8_t{0};
            target[1] = inside ? source[1] : std::uint8_t{0};
            target[2] = inside ? source[2] : std::uint8_t{0};
        }
    }
    return out;
}

} // namespace nakama
