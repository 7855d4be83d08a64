#include "core/models/detail/freeze.h"
#include "core/training/detail/moving_parameters.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace nakama
{

namespace
{

std::map<std::string, double> factorsOf(const char* id, const char* headKey)
{
    const auto model = makeBackbone(id, 3, 1).value();
    trainAll(*model);
    std::map<std::string, double> factors;
    for (const auto& parameter : movingParameters(*model, headKey, 0.5))
        factors[parameter.name] = parameter.rateFactor;
    EXPECT_EQ(factors.size(), model->named_parameters().size());
    return factors;
}

} // namespace

TEST(MovingParameters, EachLayerTowardsThePicturesIsSlower)
{
    auto resnet = factorsOf("resnet18", "fc");
    EXPECT_EQ(resnet.at("fc.weight"), 1);
    EXPECT_EQ(resnet.at("layer4.1.conv2.weight"), 0.5);
    EXPECT_EQ(resnet.at("layer4.0.downsample.0.weight"), 0.5);
    EXPECT_EQ(resnet.at("layer1.0.bn1.bias"), std::pow(0.5, 4));
    EXPECT_LT(resnet.at("conv1.weight"), resnet.at("layer1.0.conv1.weight"));

    auto efficient = factorsOf("efficientnet_v2_s", "classifier.1");
    EXPECT_EQ(efficient.at("classifier.1.weight"), 1);
    EXPECT_EQ(efficient.at("features.7.0.weight"), 0.5);
    EXPECT_EQ(efficient.at("features.6.14.block.0.0.weight"), 0.25);
    EXPECT_EQ(efficient.at("features.0.0.weight"), std::pow(0.5, 8));
}

TEST(MovingParameters, OnlyTheHeadMovesWhereTheBodyIsFrozen)
{
    const auto model = makeBackbone("resnet18", 3, 1).value();
    trainHeadOnly(*model, "fc");
    const auto moving = movingParameters(*model, "fc", 0.5);
    ASSERT_EQ(moving.size(), 2u);
    EXPECT_EQ(moving[0].name, "fc.weight");
    EXPECT_EQ(moving[0].rateFactor, 1);
    EXPECT_EQ(moving[1].name, "fc.bias");
}

} // namespace nakama
