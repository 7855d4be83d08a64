#include "core/training/detail/gradient_scaler.h"

#include <fmt/format.h>

#include <cstdlib>
#include <string>

namespace nakama
{

namespace
{

constexpr int growthInterval = 2000;
constexpr auto scaleKey = "loss_scale";
constexpr auto goodStepsKey = "steps_since_new_scale";

/** A metadata's number, 0 where it is not there. */
double numberOf(const StateDict& state, const char* key)
{
    const auto found = state.metadata.find(key);
    return found == state.metadata.end() ? 0 : std::strtod(found->second.c_str(), nullptr);
}

} // namespace

bool GradientScaler::unscale(std::vector<torch::Tensor>& gradients)
{
    at::_foreach_mul_(gradients, 1 / m_scale);
    std::vector<torch::Tensor> sums;
    for (const auto& gradient : gradients)
        sums.push_back(gradient.sum()); // not finite where any of them is not
    const bool finite = torch::stack(sums).isfinite().all().item<bool>();
    if (!finite) {
        m_scale /= 2;
        m_goodSteps = 0;
    } else if (++m_goodSteps == growthInterval) {
        m_scale *= 2;
        m_goodSteps = 0;
    }
    return finite;
}

void GradientScaler::save(StateDict& state) const
{
    state.metadata[scaleKey] = fmt::format("{}", m_scale); // exact; below 1 too
    state.metadata[goodStepsKey] = std::to_string(m_goodSteps);
}

void GradientScaler::restore(const StateDict& state)
{
    if (const double scale = numberOf(state, scaleKey); scale > 0) {
        m_scale = scale;
        m_goodSteps = static_cast<int>(numberOf(state, goodStepsKey));
    }
}

} // namespace nakama
