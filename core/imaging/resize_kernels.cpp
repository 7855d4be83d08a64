#include "core/imaging/resize_kernels.h"

#include "core/imaging/resize_kernels_avx2.h"

#include <algorithm>
#include <cmath>

namespace nakama::resize
{

namespace
{

constexpr int half = 1 << (precisionBits - 1);

std::uint8_t toByte(int sum)
{
    return static_cast<std::uint8_t>(std::clamp(sum >> precisionBits, 0, 255));
}

void horizontal(const std::uint8_t* source, std::uint8_t* target, const FilterTable& table)
{
    for (int x = 0; x < table.outputs(); ++x, target += 3) {
        const std::uint8_t* pixel = source + std::ptrdiff_t{3} * table.first[static_cast<std::size_t>(x)];
        const std::int32_t* weights = table.weightsOf(x);
        int red = half;
        int green = half;
        int blue = half;
        for (int tap = 0; tap < table.count[static_cast<std::size_t>(x)]; ++tap, pixel += 3) {
            red += pixel[0] * weights[tap];
            green += pixel[1] * weights[tap];
            blue += pixel[2] * weights[tap];
        }
        target[0] = toByte(red);
        target[1] = toByte(green);
        target[2] = toByte(blue);
    }
}

void vertical(const std::uint8_t* source, std::size_t step, std::uint8_t* target, std::size_t bytes,
              const FilterTable& table, int output)
{
    const std::int32_t* weights = table.weightsOf(output);
    const int count = table.count[static_cast<std::size_t>(output)];
    for (std::size_t x = 0; x < bytes; ++x) {
        int sum = half;
        for (int tap = 0; tap < count; ++tap)
            sum += source[step * static_cast<std::size_t>(tap) + x] * weights[tap];
        target[x] = toByte(sum);
    }
}

/** The weights of one output as real numbers that add up to 1, and where they begin. */
int realWeights(double center, double support, int in, std::vector<double>& weights)
{
    const int first = std::max(static_cast<int>(center - support + 0.5), 0);
    const int end = std::min(static_cast<int>(center + support + 0.5), in);
    const double inverse = 1.0 / support; // a division here would differ from Pillow in the last bit
    weights.clear();
    double sum = 0;
    for (int x = first; x < end; ++x) {
        const double distance = std::abs((x - center + 0.5) * inverse);
        weights.push_back(std::max(1.0 - distance, 0.0));
        sum += weights.back();
    }
    for (double& weight : weights)
        weight = sum != 0 ? weight / sum : weight;
    return first;
}

/** A 22-bit weight is two 11-bit halves, so that 16-bit multiply-add instructions can be exact. */
std::vector<std::int16_t> splitIntoHalves(const FilterTable& table)
{
    const std::size_t groups = static_cast<std::size_t>(table.taps) / 4;
    std::vector<std::int16_t> halves;
    halves.reserve(table.first.size() * groups * 32);
    for (int output = 0; output < table.outputs(); ++output)
        for (std::size_t group = 0; group < groups; ++group) {
            const std::int32_t* weights = table.weightsOf(output) + 4 * group;
            for (const int shift : {11, 0})
                for (const int pair : {0, 2})
                    for (int repeat = 0; repeat < 4; ++repeat)
                        for (const int tap : {pair, pair + 1})
                            halves.push_back(static_cast<std::int16_t>(shift == 0 ? weights[tap] & 0x7FF
                                                                                  : weights[tap] >> shift));
        }
    return halves;
}

} // namespace

FilterTable makeFilterTable(int in, Span span, int out)
{
    const double scale = span.length / out;
    const double support = std::max(scale, 1.0);
    FilterTable table;
    table.taps = (static_cast<int>(std::ceil(support)) * 2 + 1 + 3) / 4 * 4;
    table.weights.resize(static_cast<std::size_t>(out) * static_cast<std::size_t>(table.taps));
    std::vector<double> weights;
    for (int output = 0; output < out; ++output) {
        table.first.push_back(realWeights(span.begin + (output + 0.5) * scale, support, in, weights));
        table.count.push_back(static_cast<int>(weights.size()));
        auto* fixed =
            table.weights.data() + static_cast<std::size_t>(output) * static_cast<std::size_t>(table.taps);
        for (const double weight : weights)
            *fixed++ = static_cast<std::int32_t>(0.5 + weight * (1 << precisionBits));
    }
    table.halves = splitIntoHalves(table);
    return table;
}

Kernels portableKernels()
{
    return {horizontal, vertical};
}

Kernels fastestKernels()
{
#ifdef NAKAMA_AVX2_KERNELS
    if (__builtin_cpu_supports("avx2"))
        return {horizontalAvx2, verticalAvx2};
#endif
    return portableKernels();
}

} // namespace nakama::resize
