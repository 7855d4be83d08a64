#include "core/models/detail/resnet.h"

#include "core/models/detail/conv_norm.h"
#include "core/models/detail/initialise.h"

#include <cmath>

namespace nakama
{

namespace
{

namespace nn = torch::nn;

nn::Conv2d convolution(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride)
{
    return nn::Conv2d(
        nn::Conv2dOptions(in, out, kernel).stride(stride).padding((kernel - 1) / 2).bias(false));
}

/** Projects the shortcut where the main path changes the size of the map. */
class Downsample : public nn::Module
{
public:
    Downsample(std::int64_t in, std::int64_t out, std::int64_t stride)
        : m_conv(register_module("0", convolution(in, out, 1, stride))),
          m_norm(register_module("1", nn::BatchNorm2d(out)))
    {
    }

    torch::Tensor forward(const torch::Tensor& x) { return convNorm(m_conv, m_norm, x); }

private:
    nn::Conv2d m_conv;
    nn::BatchNorm2d m_norm;
};

class BasicBlock : public nn::Module
{
public:
    static constexpr std::int64_t expansion = 1;

    BasicBlock(std::int64_t in, std::int64_t width, std::int64_t stride)
        : m_conv1(register_module("conv1", convolution(in, width, 3, stride))),
          m_bn1(register_module("bn1", nn::BatchNorm2d(width))),
          m_conv2(register_module("conv2", convolution(width, width, 3, 1))),
          m_bn2(register_module("bn2", nn::BatchNorm2d(width)))
    {
        if (stride != 1 || in != width)
            m_downsample = register_module("downsample", std::make_shared<Downsample>(in, width, stride));
    }

    torch::Tensor forward(const torch::Tensor& x)
    {
        auto y = convNorm(m_conv1, m_bn1, x).relu_();
        y = convNorm(m_conv2, m_bn2, y);
        return y.add_(m_downsample ? m_downsample->forward(x) : x).relu_();
    }

private:
    nn::Conv2d m_conv1;
    nn::BatchNorm2d m_bn1;
    nn::Conv2d m_conv2;
    nn::BatchNorm2d m_bn2;
    std::shared_ptr<Downsample> m_downsample; ///< null where the shortcut is x itself
};

class Bottleneck : public nn::Module
{
public:
    static constexpr std::int64_t expansion = 4;

    Bottleneck(std::int64_t in, std::int64_t width, std::int64_t stride)
        : m_conv1(register_module("conv1", convolution(in, width, 1, 1))),
          m_bn1(register_module("bn1", nn::BatchNorm2d(width))),
          m_conv2(register_module("conv2", convolution(width, width, 3, stride))),
          m_bn2(register_module("bn2", nn::BatchNorm2d(width))),
          m_conv3(register_module("conv3", convolution(width, width * expansion, 1, 1))),
          m_bn3(register_module("bn3", nn::BatchNorm2d(width * expansion)))
    {
        if (stride != 1 || in != width * expansion)
            m_downsample =
                register_module("downsample", std::make_shared<Downsample>(in, width * expansion, stride));
    }

    torch::Tensor forward(const torch::Tensor& x)
    {
        auto y = convNorm(m_conv1, m_bn1, x).relu_();
        y = convNorm(m_conv2, m_bn2, y).relu_();
        y = convNorm(m_conv3, m_bn3, y);
        return y.add_(m_downsample ? m_downsample->forward(x) : x).relu_();
    }

private:
    nn::Conv2d m_conv1;
    nn::BatchNorm2d m_bn1;
    nn::Conv2d m_conv2;
    nn::BatchNorm2d m_bn2;
    nn::Conv2d m_conv3;
    nn::BatchNorm2d m_bn3;
    std::shared_ptr<Downsample> m_downsample; ///< null where the shortcut is x itself
};

template<typename Block>
class ResNet : public Backbone
{
public:
    ResNet(const std::array<int, 4>& blocks, int classes)
        : m_conv1(register_module("conv1", convolution(3, 64, 7, 2))),
          m_bn1(register_module("bn1", nn::BatchNorm2d(64)))
    {
        std::int64_t in = 64;
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            const std::int64_t width = std::int64_t{64} << i;
            nn::Sequential layer;
            for (int block = 0; block < blocks[i]; ++block) {
                layer->push_back(std::make_shared<Block>(in, width, block == 0 && i > 0 ? 2 : 1));
                in = width * Block::expansion;
            }
            m_layers[i] = register_module("layer" + std::to_string(i + 1), layer);
        }
        m_fc = register_module("fc", nn::Linear(in, classes));
    }

    torch::Tensor lastMap(const torch::Tensor& pictures) override
    {
        return throughLayers(pictures, [](const torch::Tensor&) {});
    }

    torch::Tensor features(const torch::Tensor& pictures) override { return lastMap(pictures).mean({2, 3}); }

    torch::Tensor head(const torch::Tensor& features) override { return m_fc(features); }

    Trace trace(const torch::Tensor& pictures) override
    {
        Trace trace;
        const auto map =
            throughLayers(pictures, [&](const torch::Tensor& stage) { trace.maps.push_back(stage); });
        trace.logits = head(map.mean({2, 3}));
        return trace;
    }

    /** torchvision's: convolutions by fan-out, the classifier as torch's Linear starts. */
    void initialiseFrom(std::uint64_t seed)
    {
        const double headBound = 1.0 / std::sqrt(static_cast<double>(m_fc->options.in_features()));
        initialise(*this, seed, [headBound](const std::string& name, const torch::Tensor& parameter) {
            if (name.starts_with("fc."))
                return Distribution::uniform(headBound);
            if (parameter.dim() == 4)
                return kaimingNormalFanOut(parameter);
            return Distribution::constant(name.ends_with("weight") ? 1 : 0);
        });
    }

private:
    template<typename Keep>
    torch::Tensor throughLayers(const torch::Tensor& pictures, const Keep& keep)
    {
        auto x = convNorm(m_conv1, m_bn1, pictures).relu_();
        x = torch::max_pool2d(x, 3, 2, 1);
        for (auto& layer : m_layers) {
            x = layer->forward(x);
            keep(x);
        }
        return x;
    }

    nn::Conv2d m_conv1;
    nn::BatchNorm2d m_bn1;
    std::array<nn::Sequential, 4> m_layers{nullptr, nullptr, nullptr, nullptr};
    nn::Linear m_fc{nullptr};
};

template<typename Block>
std::shared_ptr<Backbone> make(const ResNetParams& params, int classes, std::uint64_t seed)
{
    auto model = std::make_shared<ResNet<Block>>(params.blocks, classes);
    model->initialiseFrom(seed);
    return model;
}

} // namespace

std::shared_ptr<Backbone> makeResNet(const ResNetParams& params, int classes, std::uint64_t seed)
{
    return params.block == ResNetBlock::Basic ? make<BasicBlock>(params, classes, seed)
                                              : make<Bottleneck>(params, classes, seed);
}

} // namespace nakama
