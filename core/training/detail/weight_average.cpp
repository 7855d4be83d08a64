#include "core/training/detail/weight_average.h"

#include <algorithm>

namespace nakama
{

namespace
{

constexpr auto stepsKey = "average_steps";
const std::string prefix = "average.";

} // namespace

void WeightAverage::follow(const Backbone& model)
{
    for (const auto& item : model.named_parameters())
        if (item.value().requires_grad())
            follow(item.key(), item.value());
    if (!model.is_training())
        return; // only the head learns, and it has no statistics
    for (const auto& item : model.named_buffers())
        follow(item.key(), item.value());
}

void WeightAverage::follow(const std::string& name, const torch::Tensor& value)
{
    if (std::ranges::find(m_followed, name, &Followed::name) == m_followed.end())
        m_followed.push_back({name, value, value.detach().clone()});
}

void WeightAverage::update()
{
    const torch::NoGradGuard guard;
    const auto n = static_cast<double>(++m_steps);
    const double decay = std::min(m_decay, (1 + n) / (10 + n));
    for (auto& followed : m_followed) {
        if (followed.value.is_floating_point())
            followed.mean.lerp_(followed.value.detach(), 1 - decay);
        else
            followed.mean.copy_(followed.value); // BatchNorm's count of batches
    }
}

void WeightAverage::swap()
{
    for (auto& followed : m_followed) {
        const auto value = followed.value.detach();
        followed.value.set_data(followed.mean);
        followed.mean = value;
    }
}

void WeightAverage::addTo(StateDict& state) const
{
    for (const auto& followed : m_followed)
        state.tensors.emplace_back(prefix + followed.name, followed.mean);
    state.metadata[stepsKey] = std::to_string(m_steps);
}

Result<void> WeightAverage::restore(const StateDict& state)
{
    const auto steps = state.metadata.find(stepsKey);
    if (steps == state.metadata.end())
        return fail(ErrorCode::CorruptData, "the state does not say of how many steps the mean is");
    for (const auto& followed : m_followed) {
        const auto* mean = state.find(prefix + followed.name);
        if (!mean || mean->sizes() != followed.mean.sizes())
            return fail(ErrorCode::CorruptData,
                        "the averaged weights do not fit the parameters: " + followed.name);
    }
    for (auto& followed : m_followed)
        followed.mean.copy_(*state.find(prefix + followed.name));
    m_steps = std::stoll(steps->second);
    return {};
}

} // namespace nakama
