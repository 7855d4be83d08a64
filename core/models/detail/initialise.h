#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <string>

namespace nakama
{

/** The distribution that a parameter's first values come from. */
struct Distribution
{
    enum class Kind { Constant, Normal, Uniform };
    Kind kind = Kind::Constant;
    double value =
        0; ///< the constant, the normal's standard deviation, or the uniform's bound (−value, value)

    static Distribution constant(double value) { return {Kind::Constant, value}; }
    static Distribution normal(double deviation) { return {Kind::Normal, deviation}; }
    static Distribution uniform(double bound) { return {Kind::Uniform, bound}; }
};

/** He et al. 2015, "Delving deep into rectifiers", with fan-out: torch's kaiming_normal_(mode="fan_out"). */
Distribution kaimingNormalFanOut(const torch::Tensor& weight);
/** The same with fan-in and uniform: torch's kaiming_uniform_. */
Distribution kaimingUniform(const torch::Tensor& weight);

/** Says where a parameter, known by its state-dict name and shape, starts. */
using InitialRule = std::function<Distribution(const std::string& name, const torch::Tensor& parameter)>;

/**
 * Fills the parameters of a module: parameter i draws from RandomStream(seed, Weights, 0, i), so that the
 * weights are the same on every machine and with any number of threads.
 */
void initialise(torch::nn::Module& module, std::uint64_t seed, const InitialRule& rule);

} // namespace nakama
