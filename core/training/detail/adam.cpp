#include "core/training/detail/adam.h"

#include <charconv>
#include <cmath>

namespace nakama
{

namespace
{

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double epsilon = 1e-8;

constexpr auto stepsKey = "steps";

std::string firstKey(const std::string& parameter)
{
    return "exp_avg." + parameter;
}

std::string secondKey(const std::string& parameter)
{
    return "exp_avg_sq." + parameter;
}

} // namespace

Adam::Adam(Parameters parameters) : m_parameters(std::move(parameters))
{
    for (const auto& [name, tensor] : m_parameters) {
        m_first.push_back(torch::zeros_like(tensor));
        m_second.push_back(torch::zeros_like(tensor));
    }
}

void Adam::zeroGradients()
{
    for (auto& [name, tensor] : m_parameters)
        tensor.mutable_grad() = torch::Tensor();
}

void Adam::step(double learningRate)
{
    const torch::NoGradGuard guard;
    std::vector<torch::Tensor> values;
    std::vector<torch::Tensor> gradients;
    for (const auto& [name, tensor] : m_parameters) {
        values.push_back(tensor);
        gradients.push_back(tensor.grad());
    }
    ++m_steps;
    const double correction1 = 1 - std::pow(beta1, static_cast<double>(m_steps));
    const double correction2 = 1 - std::pow(beta2, static_cast<double>(m_steps));

    at::_foreach_mul_(m_first, beta1);
    at::_foreach_add_(m_first, gradients, 1 - beta1);
    at::_foreach_mul_(m_second, beta2);
    at::_foreach_addcmul_(m_second, gradients, gradients, 1 - beta2);
    auto denominators = at::_foreach_sqrt(m_second);
    at::_foreach_div_(denominators, std::sqrt(correction2));
    at::_foreach_add_(denominators, epsilon);
    at::_foreach_addcdiv_(values, m_first, denominators, -learningRate / correction1);
}

StateDict Adam::state() const
{
    StateDict state;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        state.tensors.emplace_back(firstKey(m_parameters[i].first), m_first[i]);
        state.tensors.emplace_back(secondKey(m_parameters[i].first), m_second[i]);
    }
    state.metadata[stepsKey] = std::to_string(m_steps);
    return state;
}

Result<void> Adam::restore(const StateDict& state)
{
    const auto steps = state.metadata.find(stepsKey);
    std::int64_t count = 0;
    if (steps == state.metadata.end() ||
        std::from_chars(steps->second.data(), steps->second.data() + steps->second.size(), count).ec !=
            std::errc{})
        return fail(ErrorCode::CorruptData, "the optimiser's state does not say how many steps it has seen");

    std::vector<std::pair<torch::Tensor, torch::Tensor>> copies;
    const auto match = [&](const std::string& key, const torch::Tensor& target) {
        const auto* source = state.find(key);
        if (!source || source->sizes() != target.sizes())
            return false;
        copies.emplace_back(target, *source);
        return true;
    };
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const auto& name = m_parameters[i].first;
        if (!match(firstKey(name), m_first[i]) || !match(secondKey(name), m_second[i]))
            return fail(ErrorCode::CorruptData, "the optimiser's state does not fit the parameter " + name);
    }
    for (auto& [target, source] : copies)
        target.copy_(source);
    m_steps = count;
    return {};
}

} // namespace nakama
