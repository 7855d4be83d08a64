#include "core/inference/detail/autocast.h"

#include "core/models/detail/torch_versions.h"

namespace nakama
{

Autocast::Autocast(torch::Device device, torch::ScalarType type) : m_device(device), m_type(type)
{
    if (m_type == torch::kFloat)
        return;
    torch_versions::setAutocast(m_device, true, m_type);
    at::autocast::increment_nesting();
}

Autocast::~Autocast()
{
    if (m_type == torch::kFloat)
        return;
    // Weights that were converted are kept until the last of these ends; by the next step they have changed.
    if (at::autocast::decrement_nesting() == 0)
        at::autocast::clear_cache();
    torch_versions::setAutocast(m_device, false, m_type);
}

} // namespace nakama
