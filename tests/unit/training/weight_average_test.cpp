#include "core/models/detail/freeze.h"
#include "core/training/detail/weight_average.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

std::shared_ptr<Backbone> smallModel()
{
    auto model = makeBackbone("resnet18", 3, 1).value();
    trainAll(*model);
    return model;
}

/** A step that sets every weight and statistic. */
void setAll(Backbone& model, double value)
{
    const torch::NoGradGuard guard;
    for (auto& parameter : model.parameters())
        parameter.fill_(value);
    for (auto& buffer : model.buffers())
        buffer.fill_(value);
}

} // namespace

TEST(WeightAverage, IsTheRunningMeanWithAShorterMemoryAtFirst)
{
    const auto model = smallModel();
    setAll(*model, 0);
    WeightAverage average(0.5);
    average.follow(*model);
    double mean = 0;
    for (int n = 1; n <= 12; ++n) {
        setAll(*model, n);
        average.update();
        const double decay = std::min(0.5, (1.0 + n) / (10.0 + n));
        mean = decay * mean + (1 - decay) * n;
    }
    const UseAverage use(&average);
    const auto state = stateDictOf(*model);
    EXPECT_NEAR(state.find("fc.weight")->mean().item<double>(), mean, 1e-4);
    EXPECT_NEAR(state.find("bn1.running_var")->mean().item<double>(), mean, 1e-4);
    EXPECT_EQ(state.find("bn1.num_batches_tracked")->item<std::int64_t>(), 12);
}

TEST(WeightAverage, GivesTheWeightsBackToTheBit)
{
    const auto model = smallModel();
    WeightAverage average(0.9);
    average.follow(*model);
    const auto start = model->named_parameters()["conv1.weight"].detach().clone();
    setAll(*model, 0.1);
    average.update();
    {
        const UseAverage use(&average);
        EXPECT_FALSE(torch::equal(model->named_parameters()["conv1.weight"], torch::full_like(start, 0.1)));
    }
    EXPECT_TRUE(torch::equal(model->named_parameters()["conv1.weight"], torch::full_like(start, 0.1)));
}

TEST(WeightAverage, FollowsTheHeadAloneAndTheBodyFromWhenItLearns)
{
    const auto model = smallModel();
    trainHeadOnly(*model, "fc");
    WeightAverage average(0.9);
    average.follow(*model);
    StateDict state;
    average.addTo(state);
    EXPECT_EQ(state.tensors.size(), 2u);
    trainAll(*model);
    average.follow(*model);
    StateDict whole;
    average.addTo(whole);
    EXPECT_EQ(whole.tensors.size(), stateDictOf(*model).tensors.size());
    EXPECT_FALSE(WeightAverage(0.9).restore({}));
    EXPECT_FALSE(average.restore(state)) << "the body's mean is missing";
    EXPECT_TRUE(average.restore(whole));
}

} // namespace nakama
