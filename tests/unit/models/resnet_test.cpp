#include "core/models/detail/backbone.h"
#include "core/models/detail/state_dict.h"
#include "core/models/model_spec.h"
#include "tests/support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

namespace nakama
{

namespace
{

std::int64_t parametersOf(const torch::nn::Module& module)
{
    std::int64_t count = 0;
    for (const auto& parameter : module.parameters())
        count += parameter.numel();
    return count;
}

std::shared_ptr<Backbone> make(const std::string& id, int classes, std::uint64_t seed = 1)
{
    return makeBackbone(id, classes, seed).value();
}

} // namespace

TEST(ModelSpecs, EachIsBuiltWithTheParametersItStates)
{
    for (const auto& spec : modelSpecs()) {
        const auto model = make(spec.id, 1000);
        EXPECT_EQ(parametersOf(*model), spec.parameters) << spec.id;
        EXPECT_NE(stateDictOf(*model).find(spec.headKey + ".weight"), nullptr) << spec.id;
    }
}

TEST(ModelSpecs, UnknownModelIsRefusedWithTheList)
{
    const auto error = makeBackbone("resnet1", 3, 1).error();
    EXPECT_EQ(error.code, ErrorCode::NotFound);
    EXPECT_THAT(error.message, testing::HasSubstr("resnet18"));
    EXPECT_EQ(makeBackbone("resnet18", 0, 1).error().code, ErrorCode::InvalidArgument);
}

TEST(ResNet, KeysAndShapesAreTorchvisions)
{
    const auto shared = test::sharedFolder();
    if (!shared)
        GTEST_SKIP() << "the shared folder with torchvision's key lists is not there";
    std::ostringstream own;
    for (const auto& [key, tensor] : stateDictOf(*make("resnet50", 1000)).tensors) {
        own << key << (tensor.is_floating_point() ? " float32 [" : " int64 [");
        for (std::int64_t i = 0; i < tensor.dim(); ++i)
            own << (i ? ", " : "") << tensor.size(i);
        own << "]\n";
    }
    std::ifstream file(*shared / "data/weights/keys_torchvision0.14_resnet50.txt");
    const std::string theirs(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(own.str(), theirs);
}

TEST(ResNet, SameSeedSameWeightsOtherSeedOtherWeights)
{
    const auto a = stateDictOf(*make("resnet18", 5, 7));
    const auto b = stateDictOf(*make("resnet18", 5, 7));
    const auto c = stateDictOf(*make("resnet18", 5, 8));
    for (const auto& [key, tensor] : a.tensors)
        EXPECT_TRUE(tensor.equal(*b.find(key))) << key;
    EXPECT_FALSE(a.find("conv1.weight")->equal(*c.find("conv1.weight")));
    EXPECT_FALSE(a.find("fc.bias")->equal(*c.find("fc.bias")));
}

TEST(ResNet, StartsWithTorchvisionsDistributions)
{
    const auto state = stateDictOf(*make("resnet18", 10));
    const auto& conv = *state.find("layer3.0.conv2.weight");
    EXPECT_NEAR(conv.std().item<double>(), std::sqrt(2.0 / (256 * 9)), 2e-4);
    EXPECT_NEAR(conv.mean().item<double>(), 0, 2e-4);
    // Quantiles of the normal distribution, in its middle and in its tail.
    const double deviation = std::sqrt(2.0 / (256 * 9));
    const auto below = [&](double z) {
        return conv.lt(z * deviation).to(torch::kFloat64).mean().item<double>();
    };
    EXPECT_NEAR(below(-1), 0.158655, 2e-3);
    EXPECT_NEAR(below(0.5), 0.691462, 2e-3);
    EXPECT_NEAR(below(-2.5), 0.0062097, 5e-4);
    EXPECT_NEAR(below(2.5), 1 - 0.0062097, 5e-4);
    // Stored from one machine: weights must not differ on another.
    const auto first = state.find("conv1.weight")->flatten();
    EXPECT_NEAR(first[0].item<double>(), -0.023218034, 1e-8);
    EXPECT_NEAR(first[1].item<double>(), -0.019487388, 1e-8);
    EXPECT_TRUE(state.find("bn1.weight")->eq(1).all().item<bool>());
    EXPECT_TRUE(state.find("bn1.bias")->eq(0).all().item<bool>());
    const double bound = 1 / std::sqrt(512.0);
    const auto& head = *state.find("fc.weight");
    EXPECT_LE(head.abs().max().item<double>(), bound);
    EXPECT_NEAR(head.std().item<double>(), bound / std::sqrt(3.0), 1e-3);
}

TEST(ResNet, BuildingLeavesTorchsOwnGeneratorAlone)
{
    torch::manual_seed(3);
    const auto expected = torch::rand({4});
    torch::manual_seed(3);
    make("resnet18", 2);
    EXPECT_TRUE(torch::rand({4}).equal(expected));
}

TEST(ResNet, ShapesFromPictureToLogits)
{
    const torch::NoGradGuard noGrad;
    for (const auto& [id, width] : {std::pair("resnet18", 512), std::pair("resnet50", 2048)}) {
        auto model = make(id, 7);
        model->eval();
        const auto pictures = torch::randn({2, 3, 64, 96});
        EXPECT_EQ(model->lastMap(pictures).sizes(), torch::IntArrayRef({2, width, 2, 3}));
        const auto features = model->features(pictures);
        EXPECT_EQ(features.sizes(), torch::IntArrayRef({2, width}));
        const auto logits = model->forward(pictures);
        EXPECT_EQ(logits.sizes(), torch::IntArrayRef({2, 7}));
        EXPECT_TRUE(logits.allclose(model->head(features)));
        EXPECT_TRUE(logits.isfinite().all().item<bool>());
    }
}

TEST(ResNet, LearnsAFewPicturesByHeart)
{
    torch::manual_seed(1);
    auto model = make("resnet18", 3);
    model->train();
    const auto pictures = torch::randn({6, 3, 32, 32});
    const auto labels = torch::tensor({0, 1, 2, 0, 1, 2}, torch::kLong);
    torch::optim::Adam adam(model->parameters(), 1e-3);
    double first = 0;
    double last = 0;
    for (int step = 0; step < 8; ++step) {
        adam.zero_grad();
        const auto loss = torch::nn::functional::cross_entropy(model->forward(pictures), labels);
        loss.backward();
        adam.step();
        last = loss.item<double>();
        if (step == 0)
            first = last;
    }
    EXPECT_LT(last, 0.5 * first);
}

} // namespace nakama
