#include "core/imaging/grey_patch.h"

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

constexpr int reach = 2;

std::size_t clamped(std::size_t place, int step, std::size_t length)
{
    return static_cast<std::size_t>(
        std::clamp(static_cast<int>(place) + step, 0, static_cast<int>(length) - 1));
}

} // namespace

GreyPatch patchOf(const Fingerprint& fingerprint)
{
    GreyPatch patch;
    patch.width = patch.height = Fingerprint::side;
    std::ranges::copy(fingerprint.thumbnail, patch.values.begin());
    return patch;
}

GreyPatch highPass(const GreyPatch& grey)
{
    GreyPatch rowSums = grey;
    for (std::size_t y = 0; y < grey.height; ++y)
        for (std::size_t x = 0; x < grey.width; ++x) {
            float sum = 0;
            for (int step = -reach; step <= reach; ++step)
                sum += grey.at(clamped(x, step, grey.width), y);
            rowSums.at(x, y) = sum;
        }
    GreyPatch detail = grey;
    constexpr float share = 1.0F / ((2 * reach + 1) * (2 * reach + 1));
    for (std::size_t y = 0; y < grey.height; ++y)
        for (std::size_t x = 0; x < grey.width; ++x)
            for (int step = -reach; step <= reach; ++step)
                detail.at(x, y) -= share * rowSums.at(x, clamped(y, step, grey.height));
    return detail;
}

float strength(const GreyPatch& grey)
{
    float squares = 0;
    for (std::size_t i = 0; i < grey.size(); ++i)
        squares += grey.values[i] * grey.values[i];
    return std::sqrt(squares / static_cast<float>(std::max<std::size_t>(grey.size(), 1)));
}

double correlation(const GreyPatch& a, const GreyPatch& b)
{
    // In one pass, since sums of 576 values of at most 255² are exact enough in double; in four lanes, which
    // the compiler may not make of one sum by itself.
    constexpr std::size_t lanes = 4;
    std::array<std::array<double, lanes>, 5> sums{};
    const auto add = [&](std::size_t i, std::size_t lane) {
        const double x = a.values[i], y = b.values[i];
        sums[0][lane] += x;
        sums[1][lane] += y;
        sums[2][lane] += x * x;
        sums[3][lane] += y * y;
        sums[4][lane] += x * y;
    };
    const std::size_t whole = a.size() / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            add(i + lane, lane);
    for (std::size_t i = whole; i < a.size(); ++i)
        add(i, 0);
    const auto total = [&](std::size_t which) {
        return (sums[which][0] + sums[which][1]) + (sums[which][2] + sums[which][3]);
    };
    const double sumA = total(0), sumB = total(1), squaresA = total(2), squaresB = total(3),
                 products = total(4);
    const auto count = static_cast<double>(std::max<std::size_t>(a.size(), 1));
    const double varianceA = squaresA - sumA * sumA / count;
    const double varianceB = squaresB - sumB * sumB / count;
    constexpr double flat = 1e-3;
    return varianceA < flat || varianceB < flat
               ? 0
               : (products - sumA * sumB / count) / std::sqrt(varianceA * varianceB);
}

} // namespace nakama
