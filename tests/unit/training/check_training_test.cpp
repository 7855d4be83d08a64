#include "core/training/detail/check_training.h"
#include "tests/unit/training/shape_pictures.h"

#include <gtest/gtest.h>

#include <functional>

namespace nakama
{

namespace
{

TrainingData someData()
{
    TrainingData data;
    data.train = {{"a.png", "a", "a", 0}, {"b.png", "b", "b", 2}};
    data.val = {{"c.png", "c", "c", 1}};
    return data;
}

void expectRefused(const TrainingConfig& config, const TrainingData& data, const std::string& word)
{
    const auto checked = checkTraining(config, data, findModelSpec("resnet18").value());
    ASSERT_FALSE(checked) << word;
    EXPECT_EQ(checked.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(checked.error().text().find(word), std::string::npos) << checked.error().text();
}

} // namespace

TEST(CheckTraining, LetsGoodSettingsPass)
{
    EXPECT_TRUE(checkTraining(test::shapeConfig(1), someData(), findModelSpec("resnet18").value()));
}

TEST(CheckTraining, NamesTheSettingThatIsWrong)
{
    const auto with = [](const std::function<void(TrainingConfig&)>& change) {
        auto config = test::shapeConfig(1);
        change(config);
        return config;
    };
    const auto data = someData();
    expectRefused(with([](auto& c) { c.classes = {"one"}; }), data, "2 classes");
    expectRefused(with([](auto& c) { c.epochs = 0; }), data, "epochs");
    expectRefused(with([](auto& c) { c.batchSize = 1; }), data, "batch");
    expectRefused(with([](auto& c) { c.learning.rate = 0; }), data, "learning rate");
    expectRefused(with([](auto& c) { c.preprocessing.crop = 16; }), data, "input size");
}

TEST(CheckTraining, NamesThePicturesThatAreWrong)
{
    auto few = someData();
    few.train.pop_back();
    expectRefused(test::shapeConfig(1), few, "training pictures");
    auto unjudged = someData();
    unjudged.val.clear();
    expectRefused(test::shapeConfig(1), unjudged, "validation");
    auto strange = someData();
    strange.train[1].label = 3;
    expectRefused(test::shapeConfig(1), strange, "b.png");
    strange = someData();
    strange.val[0].label = -1;
    expectRefused(test::shapeConfig(1), strange, "c.png");
}

} // namespace nakama
