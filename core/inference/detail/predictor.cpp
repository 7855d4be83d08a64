#include "core/inference/detail/predictor.h"

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
int processorBlock(int crop)
{
    constexpr unsigned pixels = 1 << 15;
    const auto side = static_cast<unsigned>(crop);
    return static_cast<int>(std::clamp(std::bit_floor(pixels / (side * side)), 1u, 32u));
}

std::shared_ptr<Backbone> onDevice(std::shared_ptr<Backbone> model, torch::Device device)
{
    model->to(device);
    model->eval();
    return model;
}

} // namespace

Predictor::Predictor(std::shared_ptr<Backbone> model, const Preprocessing& preprocessing,
                     torch::Device device, int deviceBlock)
    : m_device(device), m_form(onDevice(std::move(model), device)), m_crop(preprocessing.crop),
      m_block(device.is_cpu() ? processorBlock(preprocessing.crop) : std::max(deviceBlock, 1))
{
}

std::vector<std::vector<float>> Predictor::logits(std::span<const float> pictures)
{
    const torch::InferenceMode guard;
    const auto pictureFloats =
        std::size_t{3} * static_cast<std::size_t>(m_crop) * static_cast<std::size_t>(m_crop);
    auto block = torch::zeros({m_block, 3, m_crop, m_crop});

    std::vector<std::vector<float>> answers;
    while (!pictures.empty()) {
        const auto floats = std::min(pictures.size(), pictureFloats * static_cast<std::size_t>(m_block));
        std::ranges::copy(pictures.first(floats), block.data_ptr<float>());
        const auto logits = m_form.model().forward(block.to(m_device)).to(torch::kCPU).contiguous();
        const auto classes = logits.size(1);
        for (std::size_t i = 0; i < floats / pictureFloats; ++i) {
            const float* row = logits.data_ptr<float>() + static_cast<std::int64_t>(i) * classes;
            answers.emplace_back(row, row + classes);
        }
        pictures = pictures.subspan(floats);
    }
    return answers;
}

} // namespace nakama
