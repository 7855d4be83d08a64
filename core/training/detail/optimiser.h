#pragma once

#include "core/models/detail/state_dict.h"
#include "core/training/compute.h"
#include "core/training/detail/gradient_scaler.h"
#include "core/training/learning.h"

#include <torch/torch.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** A parameter that learns, and which part of the learning rate it takes. */
struct MovingParameter
{
    std::string name;
    torch::Tensor tensor;
    double rateFactor = 1;
};

/**
 * Adam (Kingma and Ba, 2015, Algorithm 1), AdamW (Loshchilov and Hutter, 2019) and SGD with momentum, in the
 * order of operations of torch.optim. Our own, because its state can be saved by parameter name, in any
 * version of LibTorch.
 */
class Optimiser
{
public:
    /** The parameters must lie on their device already. */
    Optimiser(std::vector<MovingParameter> parameters, const LearningParams& params,
              Precision precision = Precision::Fp32);

    void zeroGradients();
    /** What to go back from, so that no gradient is too small for its type. */
    torch::Tensor scaled(const torch::Tensor& loss) const;
    /** Makes the gradients those of the loss itself; false: they are not finite, and must not be used. */
    bool unscaleGradients();
    /** The length of all gradients together; those that are longer than clipNorm are shortened to it. */
    double clipGradients();
    /** One step along the gradients; every parameter must have one. */
    void step(double learningRate);

    /** What the steps so far have gathered for each parameter, and in the metadata their number. */
    StateDict state() const;
    /** Error: CorruptData when the state does not fit the parameters; nothing is changed then. */
    Result<void> restore(const StateDict& state);

private:
    void decay(double learningRate);
    void stepAdam(double learningRate);
    void stepSgd(double learningRate);
    std::vector<torch::Tensor> gradients() const;
    std::vector<std::pair<std::string, torch::Tensor>> named() const;

    std::vector<MovingParameter> m_parameters;
    LearningParams m_params;
    std::optional<GradientScaler> m_scaler; ///< in FP16
    std::vector<torch::Tensor> m_values;
    std::vector<torch::Tensor> m_first;  ///< Adam's first moment, SGD's momentum
    std::vector<torch::Tensor> m_second; ///< Adam's second moment
    std::int64_t m_steps = 0;
};

} // namespace nakama
