#pragma once

#include <torch/torch.h>

namespace nakama
{

/**
 * While it lives, matrix products and convolutions of this thread compute in a shorter type on a device, as
 * torch.autocast has it: inputs and weights are converted on the way, and what needs the range of float32
 * stays in it. With float32 it does nothing. Only for the forward; gradients take the same types by
 * themselves.
 */
class Autocast
{
public:
    Autocast(torch::Device device, torch::ScalarType type);
    ~Autocast();
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    torch::Device m_device;
    torch::ScalarType m_type;
};

} // namespace nakama
