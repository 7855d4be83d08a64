#include "core/models/identify.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <map>
#include <string_view>

namespace nakama
{

namespace
{

using Shape = std::vector<std::int64_t>;

/** Shapes by name, and what of an architecture can be counted in names. */
class Names
{
public:
    explicit Names(const std::vector<TensorInfo>& tensors)
    {
        for (const auto& tensor : tensors)
            m_shapes.emplace(tensor.name, tensor.shape);
    }

    bool has(std::string_view name) const { return m_shapes.contains(name); }

    /** Empty where there is no such tensor. */
    Shape shape(std::string_view name) const
    {
        const auto found = m_shapes.find(name);
        return found == m_shapes.end() ? Shape{} : found->second;
    }

    /** First dimension: the classes of a classifier's weight; 0 where it is missing. */
    std::int64_t classes(std::string_view name) const
    {
        const auto sides = shape(name);
        return sides.empty() ? 0 : sides[0];
    }

    /** How many of prefix0suffix, prefix1suffix, … there are. */
    int count(std::string_view prefix, std::string_view suffix) const
    {
        int n = 0;
        while (has(fmt::format("{}{}{}", prefix, n, suffix)))
            ++n;
        return n;
    }

private:
    std::map<std::string, Shape, std::less<>> m_shapes;
};

Identification describe(std::string model, std::string_view what, std::int64_t classes)
{
    auto text = classes > 0 ? fmt::format("{} for {} classes", what, classes)
                            : fmt::format("{} without classifier", what);
    return {std::move(model), std::move(text), classes};
}

std::optional<Identification> identifyCifarResNet(const Names& names)
{
    const auto blocks = names.count("layer1.", ".conv1.weight");
    if (names.shape("conv1.weight") != Shape{16, 3, 3, 3} || blocks == 0 ||
        names.count("layer3.", ".conv1.weight") != blocks || names.has("layer4.0.conv1.weight"))
        return std::nullopt;
    const auto classes =
        names.has("linear.weight") ? names.classes("linear.weight") : names.classes("fc.weight");
    return describe({}, fmt::format("a CIFAR ResNet-{} (for pictures of 32 × 32 px)", 6 * blocks + 2),
                    classes);
}

std::optional<Identification> identifyResNet(const Names& names)
{
    if (!names.has("layer4.0.conv1.weight") || !names.has("bn1.weight"))
        return std::nullopt;
    struct Row
    {
        const char* model;
        const char* text;
        bool bottleneck;
        std::array<int, 4> blocks;
    };
    static constexpr std::array rows{
        Row{"resnet18", "a ResNet-18", false, {2, 2, 2, 2}},
        Row{"resnet34", "a ResNet-34", false, {3, 4, 6, 3}},
        Row{"resnet50", "a ResNet-50", true, {3, 4, 6, 3}},
        Row{"resnet101", "a ResNet-101", true, {3, 4, 23, 3}},
        Row{"", "a ResNet-152", true, {3, 8, 36, 3}},
    };
    std::array<int, 4> blocks{};
    for (std::size_t i = 0; i < blocks.size(); ++i)
        blocks[i] = names.count(fmt::format("layer{}.", i + 1), ".conv1.weight");
    const bool bottleneck = names.has("layer1.0.conv3.weight");
    const bool ownStem = names.shape("conv1.weight") == Shape{64, 3, 7, 7};
    const bool ownWidth =
        names.shape("layer1.0.conv2.weight") == Shape{64, 64, 3, 3}; // ResNeXt and wide ResNets differ here
    const auto classes = names.classes("fc.weight");
    for (const auto& row : rows)
        if (row.bottleneck == bottleneck && row.blocks == blocks) {
            if (ownStem && ownWidth)
                return describe(row.model, row.text, classes);
            return describe(
                {}, fmt::format("a relative of {} with another stem or other widths", row.text + 2), classes);
        }
    return describe({}, fmt::format("a ResNet with {} blocks", fmt::join(blocks, "+")), classes);
}

std::optional<Identification> identifyEfficientNet(const Names& names)
{
    const auto stem = names.shape("features.0.0.weight");
    if (!names.has("features.1.0.block.0.0.weight") || stem.empty())
        return std::nullopt;
    std::vector<int> layers;
    for (int stage = 1; names.has(fmt::format("features.{}.0.block.0.0.weight", stage)); ++stage)
        layers.push_back(names.count(fmt::format("features.{}.", stage), ".block.0.0.weight"));
    const auto classes = names.classes("classifier.1.weight");
    if (layers == std::vector{2, 4, 4, 6, 9, 15})
        return describe("efficientnet_v2_s", "an EfficientNetV2-S", classes);
    if (layers == std::vector{3, 5, 5, 7, 14, 18, 5})
        return describe("efficientnet_v2_m", "an EfficientNetV2-M", classes);
    return describe({}, "an EfficientNet of another size", classes);
}

std::optional<Identification> identifySqueezeNet(const Names& names)
{
    const auto classes = names.classes("classifier.1.weight");
    if (names.shape("features.3.squeeze.weight") == Shape{16, 64, 1, 1} &&
        names.shape("features.0.weight") == Shape{64, 3, 3, 3})
        return describe("squeezenet1_1", "a SqueezeNet 1.1", classes);
    if (names.has("features.3.squeeze.weight"))
        return describe({}, "a SqueezeNet 1.0", classes);
    return std::nullopt;
}

std::optional<Identification> identifyBeit(const Names& names)
{
    const auto token = names.shape("beit.embeddings.cls_token");
    if (token.size() != 3)
        return std::nullopt;
    const auto classes = names.classes("classifier.weight");
    const auto layers = names.count("beit.encoder.layer.", ".layernorm_before.weight");
    const auto table = names.shape(
        "beit.encoder.layer.0.attention.attention.relative_position_bias.relative_position_bias_table");
    // (2g − 1)² + 3 rows
    const auto rows = table.empty() ? 0.0 : static_cast<double>(table[0] - 3);
    const auto grid = static_cast<int>(std::lround((std::sqrt(std::max(rows, 0.0)) + 1) / 2));
    const bool patch16 =
        names.shape("beit.embeddings.patch_embeddings.projection.weight") == Shape{token[2], 3, 16, 16};
    const bool known = patch16 && names.has("beit.pooler.layernorm.weight") && (grid == 14 || grid == 24);
    const auto size = grid * 16;
    if (known && token[2] == 768 && layers == 12)
        return describe(fmt::format("beit_base_patch16_{}", size), fmt::format("a BEiT base at {} px", size),
                        classes);
    if (known && token[2] == 1024 && layers == 24)
        return describe(fmt::format("beit_large_patch16_{}", size),
                        fmt::format("a BEiT large at {} px", size), classes);
    return describe({}, fmt::format("a BEiT with {} layers of width {}", layers, token[2]), classes);
}

} // namespace

std::optional<Identification> identifyModel(const std::vector<TensorInfo>& tensors)
{
    const Names names(tensors);
    for (const auto& identify :
         {identifyResNet, identifyCifarResNet, identifyEfficientNet, identifySqueezeNet, identifyBeit})
        if (auto found = identify(names))
            return found;
    return std::nullopt;
}

} // namespace nakama
