#include "core/augment/colour_operations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace nakama
{

namespace
{

using Pixel = std::array<std::uint8_t, 3>;

std::uint8_t toByte(double value)
{
    return static_cast<std::uint8_t>(std::clamp(static_cast<int>(value), 0, 255));
}

/** Pillow's rgb2hsv_row. */
Pixel hsvOf(const std::uint8_t* rgb)
{
    const int red = rgb[0];
    const int green = rgb[1];
    const int blue = rgb[2];
    const int most = std::max({red, green, blue});
    const int least = std::min({red, green, blue});
    if (most == least)
        return {0, 0, static_cast<std::uint8_t>(most)};
    const auto range = static_cast<float>(most - least);
    const float saturation = range / static_cast<float>(most);
    const float toRed = static_cast<float>(most - red) / range;
    const float toGreen = static_cast<float>(most - green) / range;
    const float toBlue = static_cast<float>(most - blue) / range;
    float hue = 0;
    if (red == most)
        hue = toBlue - toGreen;
    else if (green == most)
        hue = static_cast<float>(2.0 + toRed - toBlue);
    else
        hue = static_cast<float>(4.0 + toGreen - toRed);
    hue = static_cast<float>(std::fmod(hue / 6.0 + 1.0, 1.0));
    return {toByte(hue * 255.0), toByte(saturation * 255.0), static_cast<std::uint8_t>(most)};
}

/** Pillow's hsv2rgb_row. */
Pixel rgbOf(const Pixel& hsv)
{
    const auto [hue, saturation, value] = hsv;
    if (saturation == 0)
        return {value, value, value};
    const double sixths = static_cast<float>(hue) * 6.0 / 255.0;
    const int sector = static_cast<int>(std::floor(sixths));
    const auto rest = static_cast<float>(sixths - static_cast<float>(sector));
    const auto share = static_cast<float>(static_cast<float>(saturation) / 255.0);
    const auto p = toByte(std::round(value * (1.0 - share)));
    const auto q = toByte(std::round(value * (1.0 - share * rest)));
    const auto t = toByte(std::round(value * (1.0 - share * (1.0 - rest))));
    const std::array<Pixel, 6> sectors{
        {{value, t, p}, {q, value, p}, {p, value, t}, {p, q, value}, {t, p, value}, {value, p, q}}};
    return sectors[static_cast<std::size_t>(sector % 6)];
}

} // namespace

cv::Mat adjustHue(const cv::Mat& rgb, double turns)
{
    const auto shift = static_cast<std::uint8_t>(static_cast<int>(turns * 255));
    cv::Mat out(rgb.size(), CV_8UC3);
    for (int y = 0; y < rgb.rows; ++y)
        for (int x = 0; x < rgb.cols; ++x) {
            Pixel hsv = hsvOf(rgb.ptr(y, x));
            hsv[0] = static_cast<std::uint8_t>(hsv[0] + shift);
            std::ranges::copy(rgbOf(hsv), out.ptr(y, x));
        }
    return out;
}

} // namespace nakama
