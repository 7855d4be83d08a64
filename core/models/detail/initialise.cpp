#include "core/models/detail/initialise.h"

#include "core/base/random.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace nakama
{

namespace
{

/** Elements of a weight that one output, or one input, is connected to by a kernel. */
double kernelElements(const torch::Tensor& weight)
{
    return static_cast<double>(weight[0][0].numel());
}

/** A polynomial, highest power first. */
template<std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x)
{
    double sum = 0;
    for (const double coefficient : coefficients)
        sum = sum * x + coefficient;
    return sum;
}

/**
 * Inverse of the normal distribution function, relative error 1.2e-9 (P. J. Acklam's rational approximation).
 * A network has tens of millions of weights, for which RandomStream::normal() takes seconds; this is several
 * times quicker and needs the machine's logarithm only in the tails.
 */
double normalQuantile(double p)
{
    static constexpr std::array middleOver{-3.969683028665376e+01, 2.209460984245205e+02,
                                           -2.759285104469687e+02, 1.383577518672690e+02,
                                           -3.066479806614716e+01, 2.506628277459239e+00};
    static constexpr std::array middleUnder{-5.447609879822406e+01, 1.615858368580409e+02,
                                            -1.556989798598866e+02, 6.680131188771972e+01,
                                            -1.328068155288572e+01, 1.0};
    static constexpr std::array tailOver{-7.784894002430293e-03, -3.223964580411365e-01,
                                         -2.400758277161838e+00, -2.549732539343734e+00,
                                         4.374664141464968e+00,  2.938163982698783e+00};
    static constexpr std::array tailUnder{7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                                          3.754408661907416e+00, 1.0};
    constexpr double tail = 0.02425;
    if (p > 1.0 - tail)
        return -normalQuantile(1.0 - p);
    if (p < tail) {
        const double q = std::sqrt(-2.0 * std::log(p));
        return polynomial(tailOver, q) / polynomial(tailUnder, q);
    }
    const double q = p - 0.5;
    return q * polynomial(middleOver, q * q) / polynomial(middleUnder, q * q);
}

void fill(std::span<float> values, const Distribution& distribution, RandomStream stream)
{
    // The middle of one of 2^32 equal steps of (0, 1).
    const auto draw = [&stream] { return (stream.next() + 0.5) * 0x1.0p-32; };
    switch (distribution.kind) {
    case Distribution::Kind::Constant:
        std::ranges::fill(values, static_cast<float>(distribution.value));
        break;
    case Distribution::Kind::Normal:
        for (auto& value : values)
            value = static_cast<float>(distribution.value * normalQuantile(draw()));
        break;
    case Distribution::Kind::Uniform:
        for (auto& value : values)
            value = static_cast<float>(distribution.value * (2.0 * draw() - 1.0));
        break;
    }
}

} // namespace

Distribution kaimingNormalFanOut(const torch::Tensor& weight)
{
    return Distribution::normal(
        std::sqrt(2.0 / (static_cast<double>(weight.size(0)) * kernelElements(weight))));
}

Distribution kaimingUniform(const torch::Tensor& weight)
{
    return Distribution::uniform(
        std::sqrt(6.0 / (static_cast<double>(weight.size(1)) * kernelElements(weight))));
}

void initialise(torch::nn::Module& module, std::uint64_t seed, const InitialRule& rule)
{
    const auto parameters = module.named_parameters();
    const auto count = static_cast<std::int64_t>(parameters.size());
    at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const auto& item = parameters[static_cast<std::size_t>(i)];
            auto data = item.value().data();
            fill({data.data_ptr<float>(), static_cast<std::size_t>(data.numel())},
                 rule(item.key(), item.value()),
                 RandomStream(seed, RandomPurpose::Weights, 0, static_cast<std::uint64_t>(i)));
        }
    });
}

} // namespace nakama
