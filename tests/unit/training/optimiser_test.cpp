#include "core/training/detail/optimiser.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

LearningParams with(OptimiserKind kind, double decay = 0, double clip = 0)
{
    LearningParams params;
    params.optimiser = kind;
    params.weightDecay = decay;
    params.clipNorm = clip;
    return params;
}

struct Problem
{
    torch::Tensor weight;
    torch::Tensor bias;

    Problem()
    {
        torch::manual_seed(5);
        weight = torch::randn({4, 3}).set_requires_grad(true);
        bias = torch::randn({3}).set_requires_grad(true);
    }

    std::vector<MovingParameter> parameters(double weightFactor = 1) const
    {
        return {{"weight", weight, weightFactor}, {"bias", bias}};
    }

    void differentiate(int step) const
    {
        torch::manual_seed(100 + step);
        const auto input = torch::randn({8, 4});
        (input.mm(weight) + bias).pow(2).mean().backward();
    }
};

constexpr OptimiserKind kinds[]{OptimiserKind::Adam, OptimiserKind::AdamW, OptimiserKind::Sgd};

/** Twenty steps beside LibTorch's own optimiser, which has the bias in a group without decay. */
template<typename Reference, typename Options>
void expectSteps(const LearningParams& params, Options options)
{
    const Problem ours;
    const Problem theirs;
    Optimiser optimiser(ours.parameters(), params);
    auto plain = options;
    plain.weight_decay(0);
    std::vector<torch::optim::OptimizerParamGroup> groups;
    groups.emplace_back(std::vector{theirs.weight}, std::make_unique<Options>(options));
    groups.emplace_back(std::vector{theirs.bias}, std::make_unique<Options>(plain));
    Reference reference(groups, options);
    for (int step = 0; step < 20; ++step) {
        optimiser.zeroGradients();
        ours.differentiate(step);
        optimiser.step(1e-2);
        reference.zero_grad();
        theirs.differentiate(step);
        reference.step();
    }
    EXPECT_TRUE(torch::allclose(ours.weight, theirs.weight, 1e-6, 1e-7));
    EXPECT_TRUE(torch::allclose(ours.bias, theirs.bias, 1e-6, 1e-7));
}

} // namespace

TEST(Optimiser, StepsAsLibTorchsOwn)
{
    namespace optim = torch::optim;
    expectSteps<optim::Adam>(with(OptimiserKind::Adam), optim::AdamOptions(1e-2));
    expectSteps<optim::AdamW>(with(OptimiserKind::AdamW, 0.1), optim::AdamWOptions(1e-2).weight_decay(0.1));
    expectSteps<optim::SGD>(with(OptimiserKind::Sgd, 0.1),
                            optim::SGDOptions(1e-2).momentum(0.9).weight_decay(0.1));
}

TEST(Optimiser, AFactorIsAPartOfTheRate)
{
    for (const auto kind : kinds) {
        const Problem half;
        const Problem whole;
        Optimiser slow(half.parameters(0.5), with(kind));
        Optimiser fast(whole.parameters(), with(kind));
        const auto start = half.weight.detach().clone();
        for (auto* optimiser : {&slow, &fast}) {
            optimiser->zeroGradients();
            (optimiser == &slow ? half : whole).differentiate(0);
            optimiser->step(1e-2);
        }
        EXPECT_TRUE(torch::allclose(2 * (half.weight - start), whole.weight - start, 1e-4, 1e-6));
        EXPECT_TRUE(torch::equal(half.bias, whole.bias));
    }
}

TEST(Optimiser, ClipsTheGradientsOfAllTogether)
{
    const Problem problem;
    Optimiser optimiser(problem.parameters(), with(OptimiserKind::Sgd, 0, 0.5));
    problem.differentiate(0);
    const auto direction = problem.weight.grad().clone();
    const double length = optimiser.clipGradients();
    EXPECT_GT(length, 0.5);
    const auto all = torch::cat({problem.weight.grad().flatten(), problem.bias.grad()});
    EXPECT_NEAR(all.norm().item<double>(), 0.5, 1e-4);
    EXPECT_TRUE(torch::allclose(problem.weight.grad() * (length / 0.5), direction, 1e-4, 1e-6));
}

TEST(Optimiser, GoesOnFromItsStateToTheBit)
{
    for (const auto kind : kinds) {
        const Problem whole;
        const Problem stopped;
        Optimiser optimiser(whole.parameters(), with(kind));
        Optimiser before(stopped.parameters(), with(kind));
        Optimiser after(stopped.parameters(), with(kind));
        for (int step = 0; step < 6; ++step) {
            if (step == 3) {
                ASSERT_TRUE(after.restore(before.state()));
            }
            optimiser.zeroGradients();
            whole.differentiate(step);
            optimiser.step(1e-2);
            auto& current = step < 3 ? before : after;
            current.zeroGradients();
            stopped.differentiate(step);
            current.step(1e-2);
        }
        EXPECT_TRUE(torch::equal(whole.weight, stopped.weight));
        EXPECT_TRUE(torch::equal(whole.bias, stopped.bias));
    }
}

TEST(Optimiser, RefusesAStateOfOtherParametersAndOfAnotherKind)
{
    const Problem problem;
    Optimiser adam(problem.parameters(), with(OptimiserKind::Adam));
    Optimiser other({{"weight", torch::zeros({2, 2})}, {"bias", torch::zeros({3})}},
                    with(OptimiserKind::Adam));
    const auto refused = adam.restore(other.state());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CorruptData);
    EXPECT_NE(refused.error().message.find("weight"), std::string::npos);
    EXPECT_FALSE(adam.restore({}));
    EXPECT_FALSE(adam.restore(Optimiser(problem.parameters(), with(OptimiserKind::Sgd)).state()));
}

} // namespace nakama
