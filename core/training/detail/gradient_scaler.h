#pragma once

#include "core/models/detail/state_dict.h"

#include <torch/torch.h>

#include <vector>

namespace nakama
{

/**
 * FP16 ends at 6e-8, below many gradients: the loss is multiplied, and so are they. A step with a gradient
 * that is not finite is left out and the scale halved; after 2,000 good ones in a row it is doubled. The rule
 * and figures of torch.cuda.amp.GradScaler.
 */
class GradientScaler
{
public:
    double scale() const { return m_scale; }

    /** Divides the gradients by the scale; whether all of them are finite. Sets the next step's scale. */
    bool unscale(std::vector<torch::Tensor>& gradients);

    /** In the metadata of a state dict. */
    void save(StateDict& state) const;
    /** A state without a scale, of a run in another precision, leaves it new. */
    void restore(const StateDict& state);

private:
    double m_scale = 65536;
    int m_goodSteps = 0; ///< since the scale was changed
};

} // namespace nakama
