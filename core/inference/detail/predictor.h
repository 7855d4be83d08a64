#pragma once

#include "core/imaging/preprocessing.h"
#include "core/inference/inference.h"
#include "core/models/detail/inference_form.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace nakama
{

/** How pictures go through a model. */
struct ForwardParams
{
    int deviceBlock = 32;   ///< pictures a forward on an accelerator
    int processorBlock = 1; ///< and on the processor, or as many as are answered as quickly as one
    torch::ScalarType type = torch::kFloat; ///< in which products are computed
};

/**
 * The one way in which pictures become logits: validation while training, evaluation and prediction all come
 * here. LibTorch's kernels round differently for another batch size, so every forward has one and the same
 * shape (a block, filled up with zeros). On the processor a picture's logits are then the same to the bit
 * whatever its neighbours are: on the same machine, with the same number of cores and the same LibTorch. On
 * CUDA, and between machines, they agree to about 1e-5.
 */
class Predictor
{
public:
    /** The model is moved to the device and put into evaluation mode and InferenceForm, which ends with the
     * predictor. */
    Predictor(std::shared_ptr<Backbone> model, const Preprocessing& preprocessing, torch::Device device,
              const ForwardParams& params = {});

    /** How many pictures go through the model at once; fewer, after there was no memory for more. */
    int block() const { return m_block; }

    /**
     * Logits of normalised pictures, (N,3,crop,crop) floats one after another. Throws c10::Error (out of
     * memory, even for a single picture).
     */
    std::vector<std::vector<float>> logits(std::span<const float> pictures);

    /** The same in two steps: what the body says of each picture, (N,D) floats one after another, … */
    std::vector<float> features(std::span<const float> pictures);
    /** … and what the head makes of it; count: N. */
    std::vector<std::vector<float>> logitsOfFeatures(std::span<const float> features, std::size_t count);

    /** Features without their places (Backbone::pooled), (N,E) floats one after another. */
    std::vector<float> pooledFeatures(std::span<const float> pictures);
    /** Method and map of what speaks for a class in one picture; see explainClass(). */
    Explanation explain(std::span<const float> picture, int classIndex);

private:
    using Forward = std::function<torch::Tensor(const torch::Tensor& block)>;
    torch::Tensor answerTo(std::span<const float> rows, const std::vector<std::int64_t>& rowShape,
                           const Forward& forward) const;
    std::vector<float> byBlocks(std::span<const float> rows, const std::vector<std::int64_t>& rowShape,
                                const Forward& forward);

    torch::Device m_device;
    InferenceForm m_form;
    int m_crop;
    int m_block;
    torch::ScalarType m_type;
};

} // namespace nakama
