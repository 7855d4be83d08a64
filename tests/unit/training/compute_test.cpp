#include "core/inference/detail/autocast.h"
#include "core/training/detail/compute_on.h"
#include "core/training/detail/memory_watch.h"
#include "core/training/detail/optimiser.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace nakama
{

namespace
{

const ChosenDevice processor;
const ChosenDevice newProcessor{torch::kCPU, "cpu", true, true};
const ChosenDevice newGpu{torch::Device(torch::kCUDA, 0), "cuda:0 (new)", true, true};
const ChosenDevice oldGpu{torch::Device(torch::kCUDA, 0), "cuda:0 (old)", false, false};

Result<ComputeParams> settled(const ComputeParams& params, const ChosenDevice& device,
                              const char* model = "resnet50", FreezeMode freeze = FreezeMode::None)
{
    TrainingConfig config;
    config.compute = params;
    config.freeze = freeze;
    return computeOn(config, findModelSpec(model).value(), device);
}

} // namespace

TEST(ComputeOn, SettlesWhatIsLeftOpen)
{
    EXPECT_EQ(settled({}, processor).value(), (ComputeParams{Precision::Fp32, MemoryLayout::Planes}));
    EXPECT_EQ(settled({}, newGpu).value(), (ComputeParams{Precision::Bf16, MemoryLayout::ChannelsLast}));
    EXPECT_EQ(settled({}, oldGpu).value().precision, Precision::Fp32);
    EXPECT_EQ(settled({Precision::Fp16, MemoryLayout::Planes}, oldGpu).value(),
              (ComputeParams{Precision::Fp16, MemoryLayout::Planes}));
    EXPECT_EQ(settled({Precision::Bf16, MemoryLayout::Auto}, processor).value().precision, Precision::Bf16);
}

TEST(ComputeOn, AProcessorMultipliesFrozenTransformersInBf16WhereItCan)
{
    const auto precision = [](const char* model, FreezeMode freeze, const ChosenDevice& device) {
        return settled({}, device, model, freeze).value().precision;
    };
    constexpr auto beit = "beit_base_patch16_224";
    EXPECT_EQ(precision(beit, FreezeMode::Body, newProcessor), Precision::Bf16);
    EXPECT_EQ(precision(beit, FreezeMode::Body, processor), Precision::Fp32);
    EXPECT_EQ(precision(beit, FreezeMode::None, newProcessor), Precision::Fp32);
    EXPECT_EQ(precision("efficientnet_v2_s", FreezeMode::Body, newProcessor), Precision::Fp32);
}

TEST(ComputeOn, RefusesWhatADeviceDoesNotCompute)
{
    const auto half = settled({Precision::Fp16, MemoryLayout::Auto}, processor);
    ASSERT_FALSE(half);
    EXPECT_EQ(half.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(half.error().message.find("choose bf16, or fp32"), std::string::npos);
    const auto brain = settled({Precision::Bf16, MemoryLayout::Auto}, oldGpu);
    ASSERT_FALSE(brain);
    EXPECT_NE(brain.error().message.find("cuda:0 (old)"), std::string::npos);
}

TEST(Autocast, MultipliesInTheShorterTypeAndKeepsTheWeights)
{
    const auto weight = torch::randn({8, 8}).set_requires_grad(true);
    const auto input = torch::randn({4, 8});
    torch::Tensor product;
    {
        const Autocast autocast(torch::kCPU, torch::kBFloat16);
        product = input.mm(weight);
    }
    EXPECT_EQ(product.scalar_type(), torch::kBFloat16);
    EXPECT_TRUE(torch::allclose(product.to(torch::kFloat), input.mm(weight), 0.05, 0.05));
    product.to(torch::kFloat).sum().backward();
    EXPECT_EQ(weight.grad().scalar_type(), torch::kFloat);
    EXPECT_EQ(input.mm(weight).scalar_type(), torch::kFloat) << "it ends with its scope";
    const Autocast none(torch::kCPU, torch::kFloat);
    EXPECT_EQ(input.mm(weight).scalar_type(), torch::kFloat);
}

TEST(GradientScaler, LeavesOutAStepThatIsNotFiniteAndHalvesTheScale)
{
    GradientScaler scaler;
    std::vector<torch::Tensor> gradients{torch::full({3}, 65536.0), torch::full({2}, -131072.0)};
    EXPECT_TRUE(scaler.unscale(gradients));
    EXPECT_TRUE(torch::equal(gradients[0], torch::ones({3})));
    EXPECT_TRUE(torch::equal(gradients[1], torch::full({2}, -2.0)));
    for (const double wrong : {std::numeric_limits<double>::infinity(), std::nan("")}) {
        const double before = scaler.scale();
        gradients[1][0] = wrong;
        EXPECT_FALSE(scaler.unscale(gradients));
        EXPECT_EQ(scaler.scale(), before / 2);
    }
}

TEST(GradientScaler, DoublesTheScaleAfterTwoThousandGoodStepsAlsoAcrossAPause)
{
    std::vector<torch::Tensor> gradients{torch::ones({1})};
    GradientScaler before;
    for (int i = 0; i < 1500; ++i)
        before.unscale(gradients);
    StateDict state;
    before.save(state);
    GradientScaler after;
    after.restore(state);
    for (int i = 0; i < 499; ++i)
        after.unscale(gradients);
    EXPECT_EQ(after.scale(), 65536);
    after.unscale(gradients);
    EXPECT_EQ(after.scale(), 131072);
}

TEST(Optimiser, InFp16StepsAsWithoutAScaleAndKeepsTheScaleInItsState)
{
    const auto start = torch::randn({4, 3});
    const auto stepped = [&](Precision precision) {
        auto weight = start.clone().set_requires_grad(true);
        Optimiser optimiser({{"weight", weight}}, LearningParams{}, precision);
        optimiser.zeroGradients();
        optimiser.scaled(weight.pow(2).sum()).backward();
        EXPECT_TRUE(optimiser.unscaleGradients());
        optimiser.step(0.01);
        EXPECT_EQ(optimiser.state().metadata.count("loss_scale"), precision == Precision::Fp16 ? 1u : 0u);
        return weight.detach();
    };
    EXPECT_TRUE(torch::equal(stepped(Precision::Fp32), stepped(Precision::Fp16)));
}

TEST(MemoryWatch, CountsTheMostThatWasTakenAtOnce)
{
    constexpr std::uint64_t mega = 1'000'000;
    const auto outside = torch::ones({8, mega}, torch::kByte);
    MemoryWatch watch(torch::kCPU);
    auto kept = torch::ones({2, mega}, torch::kByte);
    {
        const auto first = torch::ones({3, mega}, torch::kByte);
    }
    {
        const auto second = torch::ones({1, mega}, torch::kByte);
    }
    const auto peak = watch.takePeak();
    EXPECT_GE(peak, 5 * mega);
    EXPECT_LT(peak, 5 * mega + 100'000);
    kept = torch::Tensor();
    EXPECT_GE(watch.takePeak(), 2 * mega) << "from here on it counts from what is taken now";
    EXPECT_LT(watch.takePeak(), 100'000u);
}

} // namespace nakama
