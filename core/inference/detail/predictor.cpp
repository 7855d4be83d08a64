#include "core/inference/detail/predictor.h"

#include "core/inference/detail/autocast.h"
#include "core/inference/detail/saliency.h"
#include "core/inference/detail/torch_error.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace nakama
{

namespace
{

/**
 * Small enough that one picture alone is answered quickly, large enough to be as fast per picture as a large
 * batch: eight pictures at 64 px, one from 182 px on. A power of two, because the last rows of another size
 * go through another kernel of the matrix product.
 */
int quickBlock(int crop)
{
    constexpr unsigned pixels = 1 << 15;
    const auto side = static_cast<unsigned>(crop);
    return static_cast<int>(std::clamp(std::bit_floor(pixels / (side * side)), 1u, 32u));
}

std::size_t pictureFloats(int crop)
{
    return std::size_t{3} * static_cast<std::size_t>(crop) * static_cast<std::size_t>(crop);
}

std::vector<std::vector<float>> rowsOf(std::span<const float> values, std::size_t count)
{
    std::vector<std::vector<float>> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = values.subspan(i * (values.size() / count), values.size() / count);
        rows.emplace_back(row.begin(), row.end());
    }
    return rows;
}

std::shared_ptr<Backbone> onDevice(std::shared_ptr<Backbone> model, torch::Device device)
{
    model->to(device);
    model->eval();
    return model;
}

} // namespace

Predictor::Predictor(std::shared_ptr<Backbone> model, const Preprocessing& preprocessing,
                     torch::Device device, const ForwardParams& params)
    : m_device(device), m_form(onDevice(std::move(model), device)), m_crop(preprocessing.crop),
      m_block(device.is_cpu() ? std::max(params.processorBlock, quickBlock(preprocessing.crop))
                              : std::max(params.deviceBlock, 1)),
      m_type(params.type)
{
}

std::vector<std::vector<float>> Predictor::logits(std::span<const float> pictures)
{
    const auto values = byBlocks(pictures, {3, m_crop, m_crop}, [this](const torch::Tensor& block) {
        return m_form.model().forward(block);
    });
    return rowsOf(values, pictures.size() / pictureFloats(m_crop));
}

std::vector<float> Predictor::features(std::span<const float> pictures)
{
    return byBlocks(pictures, {3, m_crop, m_crop},
                    [this](const torch::Tensor& block) { return m_form.model().features(block); });
}

std::vector<std::vector<float>> Predictor::logitsOfFeatures(std::span<const float> features,
                                                            std::size_t count)
{
    const auto dimensions = static_cast<std::int64_t>(features.size() / count);
    const auto values = byBlocks(features, {dimensions},
                                 [this](const torch::Tensor& block) { return m_form.model().head(block); });
    return rowsOf(values, count);
}

std::vector<float> Predictor::pooledFeatures(std::span<const float> pictures)
{
    return byBlocks(pictures, {3, m_crop, m_crop}, [this](const torch::Tensor& block) {
        return m_form.model().pooled(m_form.model().features(block));
    });
}

Explanation Predictor::explain(std::span<const float> picture, int classIndex)
{
    const auto input = torch::empty({1, 3, m_crop, m_crop});
    std::ranges::copy(picture, input.data_ptr<float>());
    return explainClass(m_form.model(), input.to(m_device), classIndex);
}

/** Of at most a block of rows. */
torch::Tensor Predictor::answerTo(std::span<const float> rows, const std::vector<std::int64_t>& rowShape,
                                  const Forward& forward) const
{
    auto shape = rowShape;
    shape.insert(shape.begin(), m_block);
    auto block = torch::zeros(shape);
    std::ranges::copy(rows, block.data_ptr<float>());
    const Autocast autocast(m_device, m_type);
    return forward(block.to(m_device)).to(torch::kCPU, torch::kFloat).contiguous();
}

/**
 * Rows of one shape → rows of what forward makes of them. A training that has filled the device must not fail
 * when it is judged: where there is no memory for a block, the blocks become smaller.
 */
std::vector<float> Predictor::byBlocks(std::span<const float> rows, const std::vector<std::int64_t>& rowShape,
                                       const Forward& forward)
{
    const torch::InferenceMode guard;
    const auto rowFloats = static_cast<std::size_t>(c10::multiply_integers(rowShape));
    std::vector<float> answers;
    while (!rows.empty()) {
        const auto floats = std::min(rows.size(), rowFloats * static_cast<std::size_t>(m_block));
        torch::Tensor answer;
        try {
            answer = answerTo(rows.first(floats), rowShape, forward);
        } catch (const c10::Error& error) {
            if (!isOutOfMemory(error) || m_block == 1)
                throw;
        }
        if (!answer.defined()) { // after the handler: what the failed block held is free now
            m_block /= 2;
            continue;
        }
        const auto wanted = floats / rowFloats * static_cast<std::size_t>(answer.size(1));
        answers.insert(answers.end(), answer.data_ptr<float>(), answer.data_ptr<float>() + wanted);
        rows = rows.subspan(floats);
    }
    return answers;
}

} // namespace nakama
