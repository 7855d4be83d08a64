#include "core/inference/detail/saliency.h"

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

constexpr std::int64_t fewestCells = 7; // along a side: what a 224 px input leaves of a ResNet's last map

torch::Tensor gradCam(const torch::Tensor& map, const torch::Tensor& gradient)
{
    return (map * gradient.mean({2, 3}, /*keepdim=*/true)).sum(1).relu();
}

torch::Tensor layerCam(const torch::Tensor& map, const torch::Tensor& gradient)
{
    return (map * gradient.relu()).sum(1).relu();
}

/** How much of each patch token is in the mean of the last layer's, (1,rows,columns). */
torch::Tensor rollout(const std::vector<torch::Tensor>& attentions,
                      const std::vector<torch::Tensor>& gradients, std::int64_t rows)
{
    const auto own = torch::eye(attentions.front().size(3), attentions.front().options());
    auto share = own;
    for (std::size_t i = 0; i < attentions.size(); ++i)
        share = share + torch::matmul((attentions[i] * gradients[i]).relu().mean(1).squeeze(0), share);
    // The first token is the class token, which BEiT's mean pooling leaves out.
    const auto patches = share.size(0) - 1;
    return (share - own).narrow(0, 1, patches).narrow(1, 1, patches).mean(0).view({1, rows, -1});
}

/** (1,rows,columns) → CV_32F of the picture's size, from 0 to 1. */
cv::Mat spread(const torch::Tensor& cells, const torch::Tensor& picture)
{
    auto map =
        torch::upsample_bilinear2d(cells.unsqueeze(0), picture.sizes().slice(2), /*align_corners=*/false)
            .to(torch::kCPU, torch::kFloat32)
            .contiguous();
    map = map - map.min();
    if (const auto highest = map.max().item<float>(); highest > 0)
        map = map / highest;
    return cv::Mat(static_cast<int>(map.size(2)), static_cast<int>(map.size(3)), CV_32F,
                   map.data_ptr<float>())
        .clone();
}

} // namespace

Explanation explainClass(Backbone& model, const torch::Tensor& picture, int classIndex)
{
    const torch::AutoGradMode withGradients(true);
    // The weights may be frozen; the picture asks for the graph.
    const auto input = picture.detach().clone().requires_grad_();
    const auto trace = model.trace(input);
    const auto score = trace.logits.select(1, classIndex).sum();

    Explanation explanation;
    torch::Tensor cells;
    if (trace.attentions.empty()) {
        const auto& maps = trace.maps;
        const auto enough = std::find_if(maps.rbegin(), maps.rend(), [](const torch::Tensor& map) {
            return std::min(map.size(2), map.size(3)) >= fewestCells;
        });
        const bool last = enough == maps.rbegin() || enough == maps.rend();
        const auto& map = last ? maps.back() : *enough;
        const auto gradient = torch::autograd::grad({score}, {map}).front();
        const torch::NoGradGuard done;
        cells = last ? gradCam(map, gradient) : layerCam(map, gradient);
        explanation.method = last ? "Grad-CAM" : "LayerCAM";
    } else {
        const auto gradients = torch::autograd::grad({score}, trace.attentions);
        const torch::NoGradGuard done;
        const auto side = trace.attentions.front().size(3) - 1;
        const auto ratio = static_cast<double>(picture.size(2)) / static_cast<double>(picture.size(3));
        cells =
            rollout(trace.attentions, gradients, std::llround(std::sqrt(static_cast<double>(side) * ratio)));
        explanation.method = "attention rollout";
    }
    explanation.map = spread(cells, picture);
    return explanation;
}

} // namespace nakama
