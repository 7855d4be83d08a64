#pragma once

#include "core/models/detail/backbone.h"
#include "core/models/detail/state_dict.h"

#include <torch/torch.h>

#include <cstdint>
#include <string>
#include <vector>

namespace nakama
{

/**
 * A moving mean of a model's weights over its steps: after each one, mean = d · mean + (1 − d) · weights. The
 * first steps use d = (1 + n) / (10 + n), as timm and TensorFlow do, so that the mean does not hang on the
 * random start. BatchNorm's statistics are averaged with the weights that they belong to.
 */
class WeightAverage
{
public:
    explicit WeightAverage(double decay) : m_decay(decay) {}

    /** Averages what learns in the model from now on too: what wants gradients, and the buffers where the
     * whole net is in training mode. */
    void follow(const Backbone& model);
    /** After a step of the optimiser. */
    void update();
    /** The mean for the weights and the weights for the mean; called twice, everything is as it was. */
    void swap();

    void addTo(StateDict& state) const;
    /** Error: CorruptData, where a mean is missing or of another shape. */
    Result<void> restore(const StateDict& state);

private:
    struct Followed
    {
        std::string name;
        torch::Tensor value;
        torch::Tensor mean;
    };

    void follow(const std::string& name, const torch::Tensor& value);

    double m_decay;
    std::vector<Followed> m_followed;
    std::int64_t m_steps = 0;
};

/** The averaged weights in the model's place, as long as this lives. average: null where there is none. */
class UseAverage
{
public:
    explicit UseAverage(WeightAverage* average) : m_average(average)
    {
        if (m_average)
            m_average->swap();
    }
    ~UseAverage()
    {
        if (m_average)
            m_average->swap();
    }
    UseAverage(const UseAverage&) = delete;
    UseAverage& operator=(const UseAverage&) = delete;

private:
    WeightAverage* m_average;
};

} // namespace nakama
