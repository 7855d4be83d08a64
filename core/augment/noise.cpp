#include "core/augment/noise.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <vector>

namespace nakama
{

namespace
{

constexpr std::size_t slices = 65'536;

double density(double x)
{
    return std::exp(-0.5 * x * x) / std::sqrt(2 * std::numbers::pi);
}

double cumulative(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

/** The quantiles of the normal distribution in the middles of the slices, by Newton's method from one to the
 * next. */
std::vector<float> quantiles()
{
    std::vector<float> table(slices);
    double x = -4.4;
    for (std::size_t i = 0; i < slices / 2; ++i) {
        const double wanted = (static_cast<double>(i) + 0.5) / slices;
        for (double step = 1; std::abs(step) > 1e-8;) {
            step = (wanted - cumulative(x)) / density(x);
            x += step;
        }
        table[i] = static_cast<float>(x);
        table[slices - 1 - i] = static_cast<float>(-x);
    }
    return table;
}

} // namespace

void fillWithNoise(std::span<float> values, RandomStream& random)
{
    static const std::vector<float> table = quantiles();
    for (std::size_t i = 0; i < values.size(); i += 2) {
        const std::uint32_t bits = random.next();
        values[i] = table[bits & 0xFFFF];
        if (i + 1 < values.size())
            values[i + 1] = table[bits >> 16];
    }
}

} // namespace nakama
