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

void horizontal(const std::uint8_t* source, std::uint8_t* target, const RowTable& rowTable)
{
    const FilterTable& table = rowTable.filter;
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

} // namespace

FilterTable makeFilterTable(int in, Span span, int out)
{
    const double scale = span.length / out;
    const double support = std::max(scale, 1.0);
    const auto outputs = static_cast<std::size_t>(out);
    FilterTable table;
    table.taps = (static_cast<int>(std::ceil(support)) * 2 + 1 + 3) / 4 * 4;
    table.first.resize(outputs);
    table.count.resize(outputs);
    table.weights.resize(outputs * static_cast<std::size_t>(table.taps));
    std::vector<double> weights;
    for (std::size_t output = 0; output < outputs; ++output) {
        table.first[output] =
            realWeights(span.begin + (static_cast<double>(output) + 0.5) * scale, support, in, weights);
        table.count[output] = static_cast<int>(weights.size());
        auto* fixed = table.weights.data() + output * static_cast<std::size_t>(table.taps);
        for (const double weight : weights)
            *fixed++ = static_cast<std::int32_t>(0.5 + weight * (1 << precisionBits));
    }
    return table;
}

PairedTable inPairs(const FilterTable& table, int in)
{
    constexpr int halfBits = precisionBits / 2;
    const auto both = [](int first, int second) { return first | second << 16; };
    PairedTable paired;
    paired.outputs = table.outputs();
    for (int output = 0; output < table.outputs(); output += 2) {
        const std::array<int, 2> outputs{output, std::min(output + 1, table.outputs() - 1)};
        PairedTable::Pair pair{{}, 0, paired.weights.size()};
        int taps = 0;
        for (const int one : outputs)
            taps = std::max(taps, table.count[static_cast<std::size_t>(one)]);
        pair.steps = (taps + 1) / 2;
        paired.weights.resize(pair.weights + static_cast<std::size_t>(pair.steps) * 16);
        for (std::size_t half = 0; half < 2; ++half) {
            const auto one = static_cast<std::size_t>(outputs[half]);
            // Both take equally many inputs; the one with fewer starts earlier rather than read past the end.
            pair.first[half] = std::min(table.first[one], in - taps);
            const int skipped = table.first[one] - pair.first[half];
            const auto weightAt = [&](int tap) {
                const int own = tap - skipped;
                return own >= 0 && own < table.count[one] ? table.weightsOf(outputs[half])[own] : 0;
            };
            auto* target = paired.weights.data() + pair.weights + 4 * half;
            for (int step = 0; step < pair.steps; ++step, target += 16) {
                const int first = weightAt(2 * step);
                const int second = weightAt(2 * step + 1);
                std::fill_n(target, 4, both(first >> halfBits, second >> halfBits));
                std::fill_n(target + 8, 4, both(first & 0x7FF, second & 0x7FF));
            }
        }
        paired.pairs.push_back(pair);
    }
    return paired;
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
