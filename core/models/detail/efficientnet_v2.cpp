#include "core/models/detail/efficientnet_v2.h"

#include "core/models/detail/conv_norm.h"
#include "core/models/detail/drop_path.h"
#include "core/models/detail/initialise.h"

#include <cmath>

namespace nakama
{

namespace
{

namespace nn = torch::nn;

constexpr std::int64_t lastChannels = 1280;
constexpr double mostDropPath = 0.2; // of the last block; the first has 0

enum class Activation { None, SiLU };

struct ConvParams
{
    std::int64_t in;
    std::int64_t out;
    std::int64_t kernel = 1;
    std::int64_t stride = 1;
    std::int64_t groups = 1;
    Activation activation = Activation::SiLU;
};

/** Convolution, BatchNorm and activation: "0" and "1" of torchvision's Conv2dNormActivation. */
class ConvNorm : public nn::Module
{
public:
    explicit ConvNorm(const ConvParams& p)
        : m_conv(register_module("0", nn::Conv2d(nn::Conv2dOptions(p.in, p.out, p.kernel)
                                                     .stride(p.stride)
                                                     .padding((p.kernel - 1) / 2)
                                                     .groups(p.groups)
                                                     .bias(false)))),
          m_norm(register_module("1", nn::BatchNorm2d(nn::BatchNormOptions(p.out).eps(1e-3)))),
          m_activation(p.activation)
    {
    }

    torch::Tensor forward(const torch::Tensor& x)
    {
        auto y = convNorm(m_conv, m_norm, x);
        return m_activation == Activation::SiLU ? torch::silu_(y) : y;
    }

private:
    nn::Conv2d m_conv;
    nn::BatchNorm2d m_norm;
    Activation m_activation;
};

/** Hu et al. 2018: weighs the channels by what the whole map shows. */
class SqueezeExcitation : public nn::Module
{
public:
    SqueezeExcitation(std::int64_t channels, std::int64_t squeezed)
        : m_fc1(register_module("fc1", nn::Conv2d(nn::Conv2dOptions(channels, squeezed, 1)))),
          m_fc2(register_module("fc2", nn::Conv2d(nn::Conv2dOptions(squeezed, channels, 1))))
    {
    }

    torch::Tensor forward(const torch::Tensor& x)
    {
        const auto pooled = x.mean({2, 3}, /*keepdim=*/true);
        return x * torch::sigmoid(m_fc2(torch::silu(m_fc1(pooled))));
    }

private:
    nn::Conv2d m_fc1;
    nn::Conv2d m_fc2;
};

nn::Sequential makeFusedMBConv(const EfficientNetStage& s, std::int64_t in, std::int64_t stride)
{
    const auto wide = in * s.expand;
    if (s.expand == 1)
        return nn::Sequential(ConvNorm({.in = in, .out = s.out, .kernel = s.kernel, .stride = stride}));
    return nn::Sequential(ConvNorm({.in = in, .out = wide, .kernel = s.kernel, .stride = stride}),
                          ConvNorm({.in = wide, .out = s.out, .activation = Activation::None}));
}

nn::Sequential makeMBConv(const EfficientNetStage& s, std::int64_t in, std::int64_t stride)
{
    const auto wide = in * s.expand;
    return nn::Sequential(
        ConvNorm({.in = in, .out = wide}),
        ConvNorm({.in = wide, .out = wide, .kernel = s.kernel, .stride = stride, .groups = wide}),
        SqueezeExcitation(wide, in / 4),
        ConvNorm({.in = wide, .out = s.out, .activation = Activation::None}));
}

class Block : public nn::Module
{
public:
    Block(const EfficientNetStage& s, std::int64_t in, std::int64_t stride, double dropPathProbability)
        : m_block(register_module("block", s.block == EfficientNetBlock::FusedMBConv
                                               ? makeFusedMBConv(s, in, stride)
                                               : makeMBConv(s, in, stride))),
          m_residual(stride == 1 && in == s.out), m_dropPathProbability(dropPathProbability)
    {
    }

    torch::Tensor forward(const torch::Tensor& x)
    {
        auto y = m_block->forward(x);
        return m_residual ? dropPath(y, m_dropPathProbability, is_training()).add_(x) : y;
    }

private:
    nn::Sequential m_block;
    bool m_residual;
    double m_dropPathProbability;
};

/** Blocks of one row of the table; the first one strides and changes the width. */
class Stage : public nn::Module
{
public:
    /** dropPathStep: by how much the drop path probability rises from block to block. */
    Stage(const EfficientNetStage& s, int blocksBefore, double dropPathStep)
    {
        for (int i = 0; i < s.layers; ++i) {
            const bool first = i == 0;
            auto block = std::make_shared<Block>(s, first ? s.in : s.out, first ? s.stride : 1,
                                                 dropPathStep * (blocksBefore + i));
            m_blocks.push_back(register_module(std::to_string(i), std::move(block)));
        }
    }

    torch::Tensor forward(torch::Tensor x)
    {
        for (const auto& block : m_blocks)
            x = block->forward(x);
        return x;
    }

private:
    std::vector<std::shared_ptr<Block>> m_blocks;
};

class EfficientNetV2 : public Backbone
{
public:
    EfficientNetV2(const EfficientNetV2Params& params, int classes)
    {
        int blocks = 0;
        for (const auto& stage : params.stages)
            blocks += stage.layers;

        nn::Sequential features;
        features->push_back(ConvNorm({.in = 3, .out = params.stages.front().in, .kernel = 3, .stride = 2}));
        int built = 0;
        for (const auto& stage : params.stages) {
            features->push_back(Stage(stage, built, mostDropPath / blocks));
            built += stage.layers;
        }
        features->push_back(ConvNorm({.in = params.stages.back().out, .out = lastChannels}));
        m_features = register_module("features", features);
        m_classifier = register_module(
            "classifier", nn::Sequential(nn::Dropout(params.dropout), nn::Linear(lastChannels, classes)));
    }

    torch::Tensor lastMap(const torch::Tensor& pictures) override { return m_features->forward(pictures); }

    torch::Tensor features(const torch::Tensor& pictures) override { return lastMap(pictures).mean({2, 3}); }

    torch::Tensor head(const torch::Tensor& features) override { return m_classifier->forward(features); }

    Trace trace(const torch::Tensor& pictures) override
    {
        Trace trace;
        auto x = pictures;
        for (auto& stage : *m_features) {
            x = stage.forward(x);
            trace.maps.push_back(x);
        }
        trace.logits = head(x.mean({2, 3}));
        return trace;
    }

    void initialiseFrom(std::uint64_t seed)
    {
        initialise(*this, seed, [](const std::string& name, const torch::Tensor& parameter) {
            if (name == "classifier.1.weight")
                return Distribution::uniform(1 / std::sqrt(static_cast<double>(parameter.size(0))));
            if (parameter.dim() == 4)
                return kaimingNormalFanOut(parameter);
            return Distribution::constant(name.ends_with("weight") ? 1 : 0);
        });
    }

private:
    nn::Sequential m_features{nullptr};
    nn::Sequential m_classifier{nullptr};
};

} // namespace

EfficientNetV2Params EfficientNetV2Params::small()
{
    using enum EfficientNetBlock;
    return {.stages = {{FusedMBConv, 1, 3, 1, 24, 24, 2},
                       {FusedMBConv, 4, 3, 2, 24, 48, 4},
                       {FusedMBConv, 4, 3, 2, 48, 64, 4},
                       {MBConv, 4, 3, 2, 64, 128, 6},
                       {MBConv, 6, 3, 1, 128, 160, 9},
                       {MBConv, 6, 3, 2, 160, 256, 15}},
            .dropout = 0.2};
}

EfficientNetV2Params EfficientNetV2Params::medium()
{
    using enum EfficientNetBlock;
    return {.stages = {{FusedMBConv, 1, 3, 1, 24, 24, 3},
                       {FusedMBConv, 4, 3, 2, 24, 48, 5},
                       {FusedMBConv, 4, 3, 2, 48, 80, 5},
                       {MBConv, 4, 3, 2, 80, 160, 7},
                       {MBConv, 6, 3, 1, 160, 176, 14},
                       {MBConv, 6, 3, 2, 176, 304, 18},
                       {MBConv, 6, 3, 1, 304, 512, 5}},
            .dropout = 0.3};
}

std::shared_ptr<Backbone> makeEfficientNetV2(const EfficientNetV2Params& params, int classes,
                                             std::uint64_t seed)
{
    auto model = std::make_shared<EfficientNetV2>(params, classes);
    model->initialiseFrom(seed);
    return model;
}

} // namespace nakama
