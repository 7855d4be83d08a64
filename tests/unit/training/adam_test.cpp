#include "core/training/detail/adam.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

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

    Adam::Parameters parameters() const { return {{"weight", weight}, {"bias", bias}}; }

    void differentiate(int step) const
    {
        torch::manual_seed(100 + step);
        const auto input = torch::randn({8, 4});
        (input.mm(weight) + bias).pow(2).mean().backward();
    }
};

} // namespace

TEST(Adam, StepsAsLibTorchsOwn)
{
    const Problem ours;
    const Problem theirs;
    Adam adam(ours.parameters());
    torch::optim::Adam reference({theirs.weight, theirs.bias}, torch::optim::AdamOptions(1e-2));
    for (int step = 0; step < 20; ++step) {
        adam.zeroGradients();
        ours.differentiate(step);
        adam.step(1e-2);
        reference.zero_grad();
        theirs.differentiate(step);
        reference.step();
    }
    EXPECT_TRUE(torch::allclose(ours.weight, theirs.weight, 1e-6, 1e-7));
    EXPECT_TRUE(torch::allclose(ours.bias, theirs.bias, 1e-6, 1e-7));
}

TEST(Adam, GoesOnFromItsStateToTheBit)
{
    const Problem whole;
    const Problem stopped;
    Adam adam(whole.parameters());
    Adam before(stopped.parameters());
    Adam after(stopped.parameters());
    for (int step = 0; step < 6; ++step) {
        adam.zeroGradients();
        whole.differentiate(step);
        adam.step(1e-2);
    }
    for (int step = 0; step < 6; ++step) {
        if (step == 3) {
            ASSERT_TRUE(after.restore(before.state()));
        }
        auto& current = step < 3 ? before : after;
        current.zeroGradients();
        stopped.differentiate(step);
        current.step(1e-2);
    }
    EXPECT_TRUE(torch::equal(whole.weight, stopped.weight));
    EXPECT_TRUE(torch::equal(whole.bias, stopped.bias));
}

TEST(Adam, RefusesAStateOfOtherParameters)
{
    const Problem problem;
    Adam adam(problem.parameters());
    Adam other({{"weight", torch::zeros({2, 2})}, {"bias", torch::zeros({3})}});
    const auto refused = adam.restore(other.state());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CorruptData);
    EXPECT_NE(refused.error().message.find("weight"), std::string::npos);
    EXPECT_FALSE(adam.restore({}));
}

} // namespace nakama
