#pragma once

#include <ATen/autocast_mode.h>
#include <torch/torch.h>

#include <cstddef>
#include <cstdint>

/** What LibTorch 1.13 (Debian's) and 2 write differently. */
namespace nakama::torch_versions
{

#if TORCH_VERSION_MAJOR >= 2
using ReportedBytes = std::size_t;
#else
using ReportedBytes = std::int64_t;
#endif

/** On this thread; type: what matrix products and convolutions are computed in. */
inline void setAutocast(torch::Device device, bool enabled, torch::ScalarType type)
{
#if TORCH_VERSION_MAJOR >= 2
    at::autocast::set_autocast_enabled(device.type(), enabled);
    at::autocast::set_autocast_dtype(device.type(), type);
#else
    if (device.is_cpu()) {
        at::autocast::set_cpu_enabled(enabled);
        at::autocast::set_autocast_cpu_dtype(type);
    } else {
        at::autocast::set_enabled(enabled);
        at::autocast::set_autocast_gpu_dtype(type);
    }
#endif
}

/** What setAutocast() has set for a device on this thread; float32 where it is not enabled. */
inline torch::ScalarType autocastType(torch::Device device)
{
#if TORCH_VERSION_MAJOR >= 2
    const bool enabled = at::autocast::is_autocast_enabled(device.type());
    return enabled ? at::autocast::get_autocast_dtype(device.type()) : torch::kFloat;
#else
    if (device.is_cpu())
        return at::autocast::is_cpu_enabled() ? at::autocast::get_autocast_cpu_dtype() : torch::kFloat;
    return at::autocast::is_enabled() ? at::autocast::get_autocast_gpu_dtype() : torch::kFloat;
#endif
}

} // namespace nakama::torch_versions
