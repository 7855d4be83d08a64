#include "core/training/training.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace nakama
{

TEST(TrainingConfig, SurvivesJson)
{
    TrainingConfig config;
    config.model = "resnet34";
    config.classes = {"Luffy", "Zoro", "ナミ"};
    config.preprocessing.crop = 96;
    config.preprocessing.resize.size = 100;
    config.augment = AugmentParams::off();
    config.weights = "/somewhere/weights.safetensors";
    config.freeze = FreezeMode::Body;
    config.epochs = 7;
    config.batchSize = 12;
    config.learning.rate = 0.0123456789012345678;
    config.learning.schedule = ScheduleKind::Cosine;
    config.learning.classWeights = false;
    config.compute = {Precision::Bf16, MemoryLayout::ChannelsLast};
    config.device = "cuda:1";
    config.loaderThreads = 3;
    config.seed = 0xFFFF'FFFF'FFFF'FFFFULL;

    const auto text = nlohmann::json(config).dump();
    const auto back = nlohmann::json::parse(text).get<TrainingConfig>();
    EXPECT_EQ(back.model, config.model);
    EXPECT_EQ(back.classes, config.classes);
    EXPECT_EQ(back.preprocessing, config.preprocessing);
    EXPECT_EQ(back.augment, config.augment);
    EXPECT_EQ(back.weights, config.weights);
    EXPECT_EQ(back.freeze, config.freeze);
    EXPECT_EQ(back.epochs, config.epochs);
    EXPECT_EQ(back.batchSize, config.batchSize);
    EXPECT_EQ(back.learning, config.learning);
    EXPECT_EQ(back.compute, config.compute);
    EXPECT_EQ(back.device, config.device);
    EXPECT_EQ(back.loaderThreads, config.loaderThreads);
    EXPECT_EQ(back.seed, config.seed);
}

TEST(TrainingConfig, RefusesAMissingField)
{
    nlohmann::json json = TrainingConfig{};
    json.erase("batch_size");
    EXPECT_THROW(json.get<TrainingConfig>(), nlohmann::json::exception);
}

} // namespace nakama
