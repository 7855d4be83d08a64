#include "core/augment/colour_operations.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nakama
{

namespace
{

using Table = std::array<std::uint8_t, 256>;
using Histogram = std::array<int, 256>;

/** Image.blend: from + factor · (to − from), cut to 0…255 and to an integer. */
std::uint8_t blend(int from, int to, float factor)
{
    const float value = static_cast<float>(from) + factor * static_cast<float>(to - from);
    return static_cast<std::uint8_t>(std::clamp(value, 0.0f, 255.0f));
}

/** A row of bytes at once, which the compiler turns into vector instructions. */
void blendRow(const std::uint8_t* from, const std::uint8_t* to, float factor, std::uint8_t* out, int bytes)
{
    for (int x = 0; x < bytes; ++x)
        out[x] = blend(from[x], to[x], factor);
}

template<typename Entry>
Table tableOf(Entry entry)
{
    Table table;
    for (int value = 0; value < 256; ++value)
        table[static_cast<std::size_t>(value)] = static_cast<std::uint8_t>(entry(value));
    return table;
}

cv::Mat lookUp(const cv::Mat& rgb, const std::array<Table, 3>& tables)
{
    cv::Mat out(rgb.size(), CV_8UC3);
    for (int y = 0; y < rgb.rows; ++y) {
        const std::uint8_t* source = rgb.ptr(y);
        std::uint8_t* target = out.ptr(y);
        for (int x = 0; x < rgb.cols; ++x, source += 3, target += 3) {
            target[0] = tables[0][source[0]];
            target[1] = tables[1][source[1]];
            target[2] = tables[2][source[2]];
        }
    }
    return out;
}

cv::Mat lookUp(const cv::Mat& rgb, const Table& table)
{
    return lookUp(rgb, {table, table, table});
}

/** Pillow's "L": ITU-R 601-2 luma in 16-bit fixed point. */
int grayOf(const std::uint8_t* pixel)
{
    return static_cast<int>((pixel[0] * 19595u + pixel[1] * 38470u + pixel[2] * 7471u + 0x8000u) >> 16);
}

std::array<Histogram, 3> histogramsOf(const cv::Mat& rgb)
{
    std::array<Histogram, 3> histograms{};
    for (int y = 0; y < rgb.rows; ++y) {
        const std::uint8_t* pixel = rgb.ptr(y);
        for (int x = 0; x < rgb.cols; ++x, pixel += 3)
            for (std::size_t channel = 0; channel < 3; ++channel)
                ++histograms[channel][pixel[channel]];
    }
    return histograms;
}

int identity(int value)
{
    return value;
}

Table stretching(const Histogram& histogram)
{
    const auto filled = [](int count) { return count > 0; };
    const auto low = std::ranges::find_if(histogram, filled) - histogram.begin();
    const auto high = 255 - (std::find_if(histogram.rbegin(), histogram.rend(), filled) - histogram.rbegin());
    if (high <= low)
        return tableOf(identity);
    const double scale = 255.0 / static_cast<double>(high - low);
    const double offset = static_cast<double>(-low) * scale;
    return tableOf([&](int value) { return std::clamp(static_cast<int>(value * scale + offset), 0, 255); });
}

Table evening(const Histogram& histogram)
{
    int total = 0;
    int last = 0;
    for (const int count : histogram) {
        total += count;
        last = count > 0 ? count : last;
    }
    const int step = (total - last) / 255;
    if (step == 0)
        return tableOf(identity);
    int sum = step / 2;
    return tableOf([&](int value) {
        const int level = std::min(sum / step, 255);
        sum += histogram[static_cast<std::size_t>(value)];
        return level;
    });
}

/** ImageFilter.SMOOTH of inner bytes: (1 1 1, 1 5 1, 1 1 1) / 13, rounded; step: from row to row. */
void smoothRow(const std::uint8_t* source, std::size_t step, std::uint8_t* out, int bytes)
{
    const std::uint8_t* above = source - step;
    const std::uint8_t* below = source + step;
    for (int x = 0; x < bytes; ++x) {
        const int sum = above[x - 3] + above[x] + above[x + 3] + source[x - 3] + 5 * source[x] +
                        source[x + 3] + below[x - 3] + below[x] + below[x + 3];
        // (sum + 6) / 13 as a multiplication, exact for every sum that is possible here.
        out[x] = static_cast<std::uint8_t>((static_cast<unsigned>(sum + 6) * 5042u) >> 16);
    }
}

} // namespace

cv::Mat adjustBrightness(const cv::Mat& rgb, double factor)
{
    return lookUp(rgb, tableOf([&](int value) { return blend(0, value, static_cast<float>(factor)); }));
}

cv::Mat adjustColor(const cv::Mat& rgb, double factor)
{
    cv::Mat out(rgb.size(), CV_8UC3);
    std::vector<std::uint8_t> gray(3 * static_cast<std::size_t>(rgb.cols));
    for (int y = 0; y < rgb.rows; ++y) {
        const std::uint8_t* source = rgb.ptr(y);
        for (int x = 0; x < 3 * rgb.cols; x += 3)
            std::fill_n(gray.data() + x, 3, static_cast<std::uint8_t>(grayOf(source + x)));
        blendRow(gray.data(), source, static_cast<float>(factor), out.ptr(y), 3 * rgb.cols);
    }
    return out;
}

cv::Mat adjustContrast(const cv::Mat& rgb, double factor)
{
    std::int64_t sum = 0;
    for (int y = 0; y < rgb.rows; ++y)
        for (int x = 0; x < rgb.cols; ++x)
            sum += grayOf(rgb.ptr(y, x));
    const int mean = static_cast<int>(static_cast<double>(sum) / static_cast<double>(rgb.total()) + 0.5);
    return lookUp(rgb, tableOf([&](int value) { return blend(mean, value, static_cast<float>(factor)); }));
}

cv::Mat adjustSharpness(const cv::Mat& rgb, double factor)
{
    cv::Mat out = rgb.clone();
    const int inner = 3 * (rgb.cols - 2);
    std::vector<std::uint8_t> smooth(static_cast<std::size_t>(std::max(inner, 0)));
    for (int y = 1; y + 1 < rgb.rows; ++y) {
        const std::uint8_t* source = rgb.ptr(y) + 3;
        smoothRow(source, rgb.step, smooth.data(), inner);
        blendRow(smooth.data(), source, static_cast<float>(factor), out.ptr(y) + 3, inner);
    }
    return out;
}

cv::Mat posterize(const cv::Mat& rgb, int bits)
{
    const int mask = ~((1 << (8 - bits)) - 1);
    return lookUp(rgb, tableOf([&](int value) { return value & mask; }));
}

cv::Mat solarize(const cv::Mat& rgb, double threshold)
{
    return lookUp(rgb, tableOf([&](int value) { return value < threshold ? value : 255 - value; }));
}

cv::Mat autoContrast(const cv::Mat& rgb)
{
    const auto histograms = histogramsOf(rgb);
    return lookUp(rgb, {stretching(histograms[0]), stretching(histograms[1]), stretching(histograms[2])});
}

cv::Mat equalize(const cv::Mat& rgb)
{
    const auto histograms = histogramsOf(rgb);
    return lookUp(rgb, {evening(histograms[0]), evening(histograms[1]), evening(histograms[2])});
}

} // namespace nakama
