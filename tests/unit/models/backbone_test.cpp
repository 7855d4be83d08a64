#include "core/models/detail/backbone.h"
#include "core/models/detail/drop_path.h"
#include "core/models/detail/freeze.h"
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
        if (spec.id.starts_with("beit_large"))
            continue; // 1.2 GB; see below
        const auto model = make(spec.id, 1000);
        EXPECT_EQ(parametersOf(*model), spec.parameters) << spec.id;
        EXPECT_NE(stateDictOf(*model).find(spec.headKey + ".weight"), nullptr) << spec.id;
    }
}

TEST(ModelSpecs, BeitsParametersFollowFromItsShape)
{
    const auto count = [](std::int64_t width, std::int64_t layers, std::int64_t heads, std::int64_t grid) {
        const auto table = ((2 * grid - 1) * (2 * grid - 1) + 3) * heads;
        const auto attention = 4 * width * width + 3 * width; // the key has no bias
        const auto mlp = 8 * width * width + 5 * width;
        const auto norms = 6 * width; // two LayerNorms and two layer scales
        const auto patches = 3 * 16 * 16 * width + width;
        return layers * (table + attention + mlp + norms) + patches + width + 2 * width + 1000 * width + 1000;
    };
    EXPECT_EQ(findModelSpec("beit_base_patch16_224")->parameters, count(768, 12, 12, 14));
    EXPECT_EQ(findModelSpec("beit_base_patch16_384")->parameters, count(768, 12, 12, 24));
    EXPECT_EQ(findModelSpec("beit_large_patch16_224")->parameters, count(1024, 24, 16, 14));
    EXPECT_EQ(findModelSpec("beit_large_patch16_384")->parameters, count(1024, 24, 16, 24));
}

TEST(ModelSpecs, UnknownModelIsRefusedWithTheList)
{
    const auto error = makeBackbone("resnet1", 3, 1).error();
    EXPECT_EQ(error.code, ErrorCode::NotFound);
    EXPECT_THAT(error.message, testing::HasSubstr("resnet18"));
    EXPECT_EQ(makeBackbone("resnet18", 0, 1).error().code, ErrorCode::InvalidArgument);
}

class Keys : public testing::TestWithParam<const char*>
{
};

TEST_P(Keys, AndShapesAreTorchvisions)
{
    const auto shared = test::sharedFolder();
    if (!shared)
        GTEST_SKIP() << "the shared folder with torchvision's key lists is not there";
    std::ostringstream own;
    for (const auto& [key, tensor] : stateDictOf(*make(GetParam(), 1000)).tensors) {
        own << key << (tensor.is_floating_point() ? " float32 [" : " int64 [");
        for (std::int64_t i = 0; i < tensor.dim(); ++i)
            own << (i ? ", " : "") << tensor.size(i);
        own << "]\n";
    }
    std::ifstream file(*shared / "data/weights" /
                       (std::string("keys_torchvision0.14_") + GetParam() + ".txt"));
    const std::string theirs(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(own.str(), theirs);
}

INSTANTIATE_TEST_SUITE_P(StateDict, Keys, testing::Values("resnet50", "efficientnet_v2_s", "squeezenet1_1"));

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

TEST(Backbone, ShapesFromPictureToLogits)
{
    struct Case
    {
        std::string id;
        std::int64_t rows;
        std::int64_t columns;
        std::vector<std::int64_t> map;
        std::int64_t width;
    };
    const torch::NoGradGuard noGrad;
    for (const auto& c :
         {Case{"squeezenet1_1", 64, 64, {2, 512, 3, 3}, 512 * 9},
          Case{"resnet18", 64, 96, {2, 512, 2, 3}, 512}, Case{"resnet50", 64, 96, {2, 2048, 2, 3}, 2048},
          Case{"efficientnet_v2_s", 64, 96, {2, 1280, 2, 3}, 1280},
          Case{"beit_base_patch16_224", 64, 96, {2, 768, 4, 6}, 768}}) {
        auto model = make(c.id, 7);
        model->eval();
        const auto pictures = torch::randn({2, 3, c.rows, c.columns});
        EXPECT_EQ(model->lastMap(pictures).sizes(), torch::IntArrayRef(c.map)) << c.id;
        const auto features = model->features(pictures);
        EXPECT_EQ(features.sizes(), torch::IntArrayRef({2, c.width})) << c.id;
        const auto logits = model->forward(pictures);
        EXPECT_EQ(logits.sizes(), torch::IntArrayRef({2, 7})) << c.id;
        EXPECT_TRUE(logits.allclose(model->head(features))) << c.id;
        EXPECT_EQ(model->pooled(features).sizes(), torch::IntArrayRef({2, c.map[1]})) << c.id;
        const auto trace = model->trace(pictures);
        EXPECT_TRUE(trace.logits.equal(logits)) << c.id;
        if (!trace.maps.empty()) {
            EXPECT_EQ(trace.maps.back().sizes(), torch::IntArrayRef(c.map)) << c.id;
        }
        for (const auto& attention : trace.attentions)
            EXPECT_TRUE(attention.sum(3).allclose(torch::ones({2, 12, 25}))) << c.id;
        EXPECT_NE(trace.maps.empty(), trace.attentions.empty()) << c.id;
        EXPECT_TRUE(logits.isfinite().all().item<bool>()) << c.id;
    }
}

TEST(Backbone, DropPathDropsWholeRowsAndKeepsTheMean)
{
    torch::manual_seed(5);
    const auto branch = torch::ones({4000, 3, 2, 2});
    EXPECT_TRUE(dropPath(branch, 0.25, false).equal(branch));
    const auto dropped = dropPath(branch, 0.25, true).flatten(1);
    EXPECT_TRUE(std::get<0>(dropped.max(1)).equal(std::get<0>(dropped.min(1))));
    EXPECT_NEAR(dropped.eq(0).to(torch::kFloat32).mean().item<double>(), 0.25, 0.03);
    EXPECT_NEAR(dropped.mean().item<double>(), 1, 0.04);
}

TEST(Backbone, ATrainingStepIsRandomOnlyWhereItShouldBe)
{
    for (const auto* id : {"efficientnet_v2_s", "beit_base_patch16_224"}) {
        auto model = make(id, 3);
        const torch::NoGradGuard noGrad;
        const auto pictures = torch::randn({2, 3, 32, 32});
        model->eval();
        EXPECT_TRUE(model->forward(pictures).equal(model->forward(pictures))) << id;
        model->train();
        EXPECT_FALSE(model->features(pictures).equal(model->features(pictures))) << id;
    }
}

TEST(TrainHeadOnly, MovesTheHeadAndNothingElse)
{
    for (const auto& [id, headKey] : {std::pair<std::string, std::string>{"resnet18", "fc"},
                                      {"squeezenet1_1", "classifier.1"},
                                      {"efficientnet_v2_s", "classifier.1"}}) {
        auto model = make(id, 3);
        trainHeadOnly(*model, headKey);
        StateDict before;
        for (const auto& [key, tensor] : stateDictOf(*model).tensors)
            before.tensors.emplace_back(key, tensor.clone());
        torch::optim::SGD sgd(model->parameters(), 0.1);
        torch::nn::functional::cross_entropy(model->forward(torch::randn({2, 3, 64, 64})),
                                             torch::tensor({0, 2}))
            .backward();
        sgd.step();
        for (const auto& [key, tensor] : stateDictOf(*model).tensors)
            EXPECT_EQ(tensor.equal(*before.find(key)), !key.starts_with(headKey)) << id << " " << key;

        trainAll(*model);
        model->forward(torch::randn({2, 3, 64, 64})).sum().backward();
        for (const auto& parameter : model->named_parameters())
            EXPECT_TRUE(parameter.value().grad().defined()) << parameter.key();
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
