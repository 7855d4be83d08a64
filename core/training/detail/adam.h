#pragma once

#include "core/models/detail/state_dict.h"

#include <torch/torch.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace nakama
{

/**
 * Adam: Kingma and Ba, "Adam: a method for stochastic optimization", 2015, Algorithm 1, in the order of
 * operations of torch.optim.Adam; β = (0.9, 0.999), ε = 1e-8. Our own, because its state can be saved by
 * parameter name, in any version of LibTorch.
 */
class Adam
{
public:
    using Parameters = std::vector<std::pair<std::string, torch::Tensor>>;

    /** The parameters must lie on their device already. */
    explicit Adam(Parameters parameters);

    void zeroGradients();
    /** One step along the gradients; every parameter must have one. */
    void step(double learningRate);

    /** Both moments of each parameter, and in the metadata the number of steps. */
    StateDict state() const;
    /** Error: CorruptData when the state does not fit the parameters; nothing is changed then. */
    Result<void> restore(const StateDict& state);

private:
    Parameters m_parameters;
    std::vector<torch::Tensor> m_first;
    std::vector<torch::Tensor> m_second;
    std::int64_t m_steps = 0;
};

} // namespace nakama
