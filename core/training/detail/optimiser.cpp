#include "core/training/detail/optimiser.h"

#include <charconv>
#include <cmath>
#include <utility>

namespace nakama
{

namespace
{

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double epsilon = 1e-8;

constexpr auto stepsKey = "steps";

} // namespace

Optimiser::Optimiser(std::vector<MovingParameter> parameters, const LearningParams& params,
                     Precision precision)
    : m_parameters(std::move(parameters)), m_params(params)
{
    if (precision == Precision::Fp16)
        m_scaler.emplace();
    for (const auto& parameter : m_parameters) {
        m_values.push_back(parameter.tensor);
        m_first.push_back(torch::zeros_like(parameter.tensor));
        if (m_params.optimiser != OptimiserKind::Sgd)
            m_second.push_back(torch::zeros_like(parameter.tensor));
    }
}

void Optimiser::zeroGradients()
{
    for (auto& value : m_values)
        value.mutable_grad() = torch::Tensor();
}

torch::Tensor Optimiser::scaled(const torch::Tensor& loss) const
{
    return m_scaler ? loss * m_scaler->scale() : loss;
}

bool Optimiser::unscaleGradients()
{
    if (!m_scaler)
        return true;
    const torch::NoGradGuard guard;
    auto all = gradients();
    return m_scaler->unscale(all);
}

std::vector<torch::Tensor> Optimiser::gradients() const
{
    std::vector<torch::Tensor> gradients;
    for (const auto& value : m_values)
        gradients.push_back(value.grad());
    return gradients;
}

double Optimiser::clipGradients()
{
    const torch::NoGradGuard guard;
    auto all = gradients();
    std::vector<torch::Tensor> norms;
    for (const auto& gradient : all)
        norms.push_back(gradient.norm());
    const double norm = torch::stack(norms).norm().item<double>();
    if (m_params.clipNorm > 0 && norm > m_params.clipNorm)
        at::_foreach_mul_(all, m_params.clipNorm / (norm + 1e-6));
    return norm;
}

void Optimiser::step(double learningRate)
{
    const torch::NoGradGuard guard;
    ++m_steps;
    if (m_params.weightDecay > 0)
        decay(learningRate);
    if (m_params.optimiser == OptimiserKind::Sgd)
        stepSgd(learningRate);
    else
        stepAdam(learningRate);
}

/** Biases and norms, which have one dimension, keep their size. */
void Optimiser::decay(double learningRate)
{
    for (auto& parameter : m_parameters) {
        if (parameter.tensor.dim() < 2)
            continue;
        if (m_params.optimiser == OptimiserKind::Sgd)
            parameter.tensor.mutable_grad().add_(parameter.tensor, m_params.weightDecay);
        else
            parameter.tensor.mul_(1 - learningRate * parameter.rateFactor * m_params.weightDecay);
    }
}

void Optimiser::stepAdam(double learningRate)
{
    const auto all = gradients();
    const double correction1 = 1 - std::pow(beta1, static_cast<double>(m_steps));
    const double correction2 = 1 - std::pow(beta2, static_cast<double>(m_steps));
    std::vector<at::Scalar> steps;
    for (const auto& parameter : m_parameters)
        steps.emplace_back(-learningRate * parameter.rateFactor / correction1);

    at::_foreach_mul_(m_first, beta1);
    at::_foreach_add_(m_first, all, 1 - beta1);
    at::_foreach_mul_(m_second, beta2);
    at::_foreach_addcmul_(m_second, all, all, 1 - beta2);
    auto denominators = at::_foreach_sqrt(m_second);
    at::_foreach_div_(denominators, std::sqrt(correction2));
    at::_foreach_add_(denominators, epsilon);
    at::_foreach_addcdiv_(m_values, m_first, denominators, at::ArrayRef<at::Scalar>(steps));
}

void Optimiser::stepSgd(double learningRate)
{
    at::_foreach_mul_(m_first, m_params.momentum);
    at::_foreach_add_(m_first, gradients());
    for (std::size_t i = 0; i < m_values.size(); ++i)
        m_values[i].add_(m_first[i], -learningRate * m_parameters[i].rateFactor);
}

/** The gathered tensors under their names in a file. */
std::vector<std::pair<std::string, torch::Tensor>> Optimiser::named() const
{
    const bool sgd = m_params.optimiser == OptimiserKind::Sgd;
    std::vector<std::pair<std::string, torch::Tensor>> named;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const auto& name = m_parameters[i].name;
        named.emplace_back((sgd ? "momentum_buffer." : "exp_avg.") + name, m_first[i]);
        if (!sgd)
            named.emplace_back("exp_avg_sq." + name, m_second[i]);
    }
    return named;
}

StateDict Optimiser::state() const
{
    StateDict state;
    state.tensors = named();
    state.metadata[stepsKey] = std::to_string(m_steps);
    if (m_scaler)
        m_scaler->save(state);
    return state;
}

Result<void> Optimiser::restore(const StateDict& state)
{
    const auto steps = state.metadata.find(stepsKey);
    std::int64_t count = 0;
    if (steps == state.metadata.end() ||
        std::from_chars(steps->second.data(), steps->second.data() + steps->second.size(), count).ec !=
            std::errc{})
        return fail(ErrorCode::CorruptData, "the optimiser's state does not say how many steps it has seen");

    const auto targets = named();
    for (const auto& [key, target] : targets) {
        const auto* source = state.find(key);
        if (!source || source->sizes() != target.sizes())
            return fail(ErrorCode::CorruptData, "the optimiser's state does not fit the parameters: " + key);
    }
    for (const auto& [key, target] : targets)
        target.copy_(*state.find(key));
    m_steps = count;
    if (m_scaler)
        m_scaler->restore(state);
    return {};
}

} // namespace nakama
