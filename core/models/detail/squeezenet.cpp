#include "core/models/detail/squeezenet.h"

#include "core/models/detail/initialise.h"

#include <cmath>

namespace nakama
{

namespace
{

namespace nn = torch::nn;

constexpr std::int64_t mapChannels = 512;

/** Squeezes with 1×1, then expands with 1×1 and 3×3 side by side. */
class Fire : public nn::Module
{
public:
    Fire(std::int64_t in, std::int64_t squeeze, std::int64_t expand)
        : m_squeeze(register_module("squeeze", nn::Conv2d(nn::Conv2dOptions(in, squeeze, 1)))),
          m_expand1x1(register_module("expand1x1", nn::Conv2d(nn::Conv2dOptions(squeeze, expand, 1)))),
          m_expand3x3(
              register_module("expand3x3", nn::Conv2d(nn::Conv2dOptions(squeeze, expand, 3).padding(1))))
    {
    }

    torch::Tensor forward(const torch::Tensor& x)
    {
        const auto squeezed = m_squeeze(x).relu_();
        return torch::cat({m_expand1x1(squeezed), m_expand3x3(squeezed)}, 1).relu_();
    }

private:
    nn::Conv2d m_squeeze;
    nn::Conv2d m_expand1x1;
    nn::Conv2d m_expand3x3;
};

class SqueezeNet11 : public Backbone
{
public:
    explicit SqueezeNet11(int classes)
    {
        const auto pool = [] { return nn::MaxPool2d(nn::MaxPool2dOptions(3).stride(2).ceil_mode(true)); };
        m_features = register_module(
            "features", nn::Sequential(nn::Conv2d(nn::Conv2dOptions(3, 64, 3).stride(2)), nn::ReLU(), pool(),
                                       Fire(64, 16, 64), Fire(128, 16, 64), pool(), Fire(128, 32, 128),
                                       Fire(256, 32, 128), pool(), Fire(256, 48, 192), Fire(384, 48, 192),
                                       Fire(384, 64, 256), Fire(512, 64, 256)));
        m_classifier = register_module(
            "classifier", nn::Sequential(nn::Dropout(0.5),
                                         nn::Conv2d(nn::Conv2dOptions(mapChannels, classes, 1)), nn::ReLU()));
    }

    torch::Tensor lastMap(const torch::Tensor& pictures) override { return m_features->forward(pictures); }

    torch::Tensor features(const torch::Tensor& pictures) override { return lastMap(pictures).flatten(1); }

    torch::Tensor head(const torch::Tensor& features) override
    {
        const auto cells = static_cast<double>(features.size(1) / mapChannels);
        const auto side = static_cast<std::int64_t>(std::lround(std::sqrt(cells)));
        return m_classifier->forward(features.view({-1, mapChannels, side, side})).mean({2, 3});
    }

    torch::Tensor pooled(const torch::Tensor& features) override
    {
        return features.view({features.size(0), mapChannels, -1}).mean(2);
    }

    Trace trace(const torch::Tensor& pictures) override
    {
        Trace trace;
        auto x = pictures;
        for (auto& stage : *m_features) {
            x = stage.forward(x);
            trace.maps.push_back(x);
        }
        trace.logits = head(x.flatten(1));
        return trace;
    }

    void initialiseFrom(std::uint64_t seed)
    {
        initialise(*this, seed, [](const std::string& name, const torch::Tensor& parameter) {
            if (name.ends_with("bias"))
                return Distribution::constant(0);
            return name.starts_with("classifier.") ? Distribution::normal(0.01) : kaimingUniform(parameter);
        });
    }

private:
    nn::Sequential m_features{nullptr};
    nn::Sequential m_classifier{nullptr};
};

} // namespace

std::shared_ptr<Backbone> makeSqueezeNet11(int classes, std::uint64_t seed)
{
    auto model = std::make_shared<SqueezeNet11>(classes);
    model->initialiseFrom(seed);
    return model;
}

} // namespace nakama
