#include "core/base/atomic_file.h"
#include "core/inference/detail/checkpoint.h"
#include "tests/unit/training/run_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>

namespace nakama
{

namespace
{

std::vector<std::string> eventKinds(const std::filesystem::path& runFolder)
{
    std::istringstream lines(readTextFile(runFolder / "events.jsonl").value());
    std::vector<std::string> kinds;
    for (std::string line; std::getline(lines, line);)
        kinds.push_back(nlohmann::json::parse(line)["event"]);
    return kinds;
}

std::size_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::size_t all = 0;
    std::size_t resident = 0;
    file >> all >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace

TEST(Trainer, LearnsPaintedShapes)
{
    const test::RunFolder run(24);
    const auto result = run.train(test::shapeConfig(6));
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_EQ(result->epochs.size(), 6u);
    const auto& best = result->epochs[static_cast<std::size_t>(result->bestEpoch) - 1];
    EXPECT_GE(best.val.macro, 0.9);
    EXPECT_LT(result->epochs.back().trainLoss, result->epochs.front().trainLoss);
    EXPECT_EQ(result->device, "cpu");
    EXPECT_EQ(result->classWeights, (std::vector<double>{1, 1, 1}));
    for (const auto& epoch : result->epochs) {
        EXPECT_EQ(epoch.valF1PerClass.size(), 3u);
        EXPECT_GT(epoch.imagesPerSecond, 0);
        EXPECT_GT(epoch.seconds, 0);
        EXPECT_GE(epoch.dataWaitShare, 0);
        EXPECT_LE(epoch.dataWaitShare, 1);
        EXPECT_LE(epoch.val.macro, best.val.macro);
    }
    EXPECT_THAT(eventKinds(run.run()),
                testing::ElementsAre("started", "epoch", "checkpoint", "epoch", "checkpoint", "epoch",
                                     "checkpoint", "epoch", "checkpoint", "epoch", "checkpoint", "epoch",
                                     "checkpoint", "finished"));
    EXPECT_EQ(readCheckpoint(result->bestCheckpoint).value().info.epoch, result->bestEpoch);
    EXPECT_EQ(readCheckpoint(result->lastCheckpoint).value().info.epoch, 6);
}

TEST(Trainer, LearnsFromMixedBatchesToo)
{
    const test::RunFolder run(24);
    auto config = test::shapeConfig(8);
    config.augment.mixing = {.mixUp = true, .cutMix = true};
    const auto result = run.train(config);
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_GE(result->epochs[static_cast<std::size_t>(result->bestEpoch) - 1].val.macro, 0.8);
    // Half of a mixed picture is another class: a net cannot be as sure of it.
    const auto plain = run.train(test::shapeConfig(8));
    ASSERT_TRUE(plain) << plain.error().text();
    EXPECT_GT(result->epochs.back().trainLoss, plain->epochs.back().trainLoss);
}

TEST(Trainer, RepeatsToTheBitWithAnyNumberOfLoaderThreadsAndOrderOfPictures)
{
    auto config = test::shapeConfig(2);
    const test::RunFolder one;
    ASSERT_TRUE(one.train(config));
    config.loaderThreads = 4;
    test::RunFolder four;
    std::ranges::reverse(four.data().train);
    ASSERT_TRUE(four.train(config));
    test::expectSameTensors(one.checkpoint("last"), four.checkpoint("last"));

    config.seed = 2;
    const test::RunFolder other;
    ASSERT_TRUE(other.train(config));
    const auto weight = [](const test::RunFolder& run) {
        return readSafetensors(run.checkpoint("last")).value().find("conv1.weight")->clone();
    };
    EXPECT_FALSE(torch::equal(weight(one), weight(other)));
}

TEST(Trainer, TrainsTheHeadFirstAndThenTheWholeNet)
{
    auto config = test::shapeConfig(2);
    config.learning.headEpochs = 2;
    const test::RunFolder headOnly;
    ASSERT_TRUE(headOnly.train(config));
    config.epochs = 3;
    const test::RunFolder both;
    ASSERT_TRUE(both.train(config));
    const auto start = makeBackbone(config.model, 3, config.seed).value();
    const auto body = [](const test::RunFolder& run) {
        return readSafetensors(run.checkpoint("last")).value().find("layer1.0.conv1.weight")->clone();
    };
    EXPECT_TRUE(torch::equal(body(headOnly), start->named_parameters()["layer1.0.conv1.weight"]));
    EXPECT_FALSE(torch::equal(body(both), body(headOnly)));
}

TEST(Trainer, EndsEarlyWhereNothingGetsBetter)
{
    const test::RunFolder run;
    auto config = test::shapeConfig(30);
    config.learning.rate = 1e-9; // learns nothing
    config.learning.patience = 2;
    const auto result = run.train(config);
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(static_cast<int>(result->epochs.size()), result->bestEpoch + 2);
    EXPECT_THAT(eventKinds(run.run()), testing::Contains("early stop"));
}

TEST(Trainer, NamesAnUnreadablePictureOnceAndGoesOn)
{
    test::RunFolder run(3);
    run.data().train.push_back(test::brokenPicture(run.folder() / "train", 1));
    run.data().val.push_back(test::brokenPicture(run.folder() / "val", 1));
    const auto result = run.train(test::shapeConfig(2));
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_EQ(result->skipped.size(), 2u);
    EXPECT_EQ(result->skipped[0].file, run.data().train.back().file);
    EXPECT_EQ(result->skipped[1].file, run.data().val.back().file);
    EXPECT_EQ(std::ranges::count(eventKinds(run.run()), "skipped picture"), 2);
}

TEST(Trainer, FailsWhenNoPictureCanBeRead)
{
    test::RunFolder run;
    std::filesystem::remove_all(run.folder() / "train");
    const auto result = run.train(test::shapeConfig(1));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::CorruptData);
    EXPECT_NE(result.error().message.find("none of the 24 training pictures"), std::string::npos)
        << result.error().text();
    EXPECT_THAT(eventKinds(run.run()), testing::ElementsAre("started", "stopped"));
}

TEST(Trainer, StopsWithinABatchOfBeingCancelled)
{
    const test::RunFolder run;
    const CancelToken token;
    int stepsAfter = 0;
    TrainingObserver observer;
    observer.step = [&](const StepRecord&) {
        stepsAfter += token.requested() ? 1 : 0;
        token.request();
    };
    const auto result = run.train(test::shapeConfig(5), JobContext(token), observer);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(stepsAfter, 0);
    EXPECT_THAT(eventKinds(run.run()), testing::ElementsAre("started", "stopped"));
}

TEST(Trainer, AFrozenBodyDoesNotMove)
{
    auto config = test::shapeConfig(1);
    const auto initial = stateDictOf(*makeBackbone(config.model, 3, config.seed).value());
    config.freeze = FreezeMode::Body;
    const test::RunFolder run;
    ASSERT_TRUE(run.train(config));
    const auto trained = readSafetensors(run.checkpoint("last"));
    ASSERT_TRUE(trained);
    int moved = 0;
    for (const auto& [name, tensor] : initial.tensors) {
        const bool same = torch::equal(tensor, *trained->find(name));
        EXPECT_EQ(same, !name.starts_with("fc.")) << name;
        moved += same ? 0 : 1;
    }
    EXPECT_EQ(moved, 2);
}

TEST(Trainer, StartsFromWeightsAndReplacesAHeadOfOtherClasses)
{
    const test::RunFolder first;
    ASSERT_TRUE(first.train(test::shapeConfig(1)));
    auto config = test::shapeConfig(1);
    config.classes = {"disc", "square", "cross", "star"};
    config.weights = first.checkpoint("best");
    config.freeze = FreezeMode::Body; // so that the body is still the file's at the end
    const test::RunFolder second;
    const auto result = second.train(config);
    ASSERT_TRUE(result) << result.error().text();
    const auto before = readSafetensors(first.checkpoint("best"));
    const auto after = readSafetensors(second.checkpoint("best"));
    EXPECT_TRUE(torch::equal(*before->find("layer4.1.conv2.weight"), *after->find("layer4.1.conv2.weight")));
    EXPECT_EQ(after->find("fc.weight")->size(0), 4);
    EXPECT_EQ(result->classWeights.back(), 0) << "no picture of the fourth class";
}

TEST(Trainer, RefusesWeightsOfAnotherModel)
{
    const test::RunFolder first;
    ASSERT_TRUE(first.train(test::shapeConfig(1)));
    auto config = test::shapeConfig(1);
    config.model = "resnet34";
    config.weights = first.checkpoint("best");
    const test::RunFolder second;
    const auto result = second.train(config);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Unsupported);
    EXPECT_NE(result.error().message.find("ResNet-18"), std::string::npos) << result.error().text();
}

TEST(Trainer, SearchingForARateSuggestsOneAndChangesNoTraining)
{
    auto config = test::shapeConfig(2);
    config.learning.averageDecay = 0.9;
    const test::RunFolder plain;
    ASSERT_TRUE(plain.train(config));
    const test::RunFolder searched;
    JobContext context;
    const TrainingObserver nobody;
    const auto search = Trainer::make(config, searched.data(), nobody, context).value()->findRate();
    ASSERT_TRUE(search) << search.error().text();
    EXPECT_GT(search->trials.size(), 40u);
    EXPECT_LT(search->trials[5].rate, search->trials[6].rate);
    EXPECT_GT(search->suggested, 1e-5);
    EXPECT_LT(search->suggested, 0.1);
    EXPECT_TRUE(std::filesystem::is_empty(searched.run())) << "it makes no run";
    ASSERT_TRUE(searched.train(config));
    test::expectSameTensors(plain.checkpoint("last"), searched.checkpoint("last"));
}

TEST(Trainer, ASearchForARateCanBeStopped)
{
    const test::RunFolder run;
    const CancelToken token;
    JobContext context(token, [&](const Progress& progress) {
        if (progress.done == 2)
            token.request();
    });
    const TrainingObserver nobody;
    const auto search = Trainer::make(test::shapeConfig(1), run.data(), nobody, context).value()->findRate();
    ASSERT_FALSE(search);
    EXPECT_EQ(search.error().code, ErrorCode::Cancelled);
}

TEST(Trainer, ALearningRateThatDivergesIsNamed)
{
    auto config = test::shapeConfig(3);
    config.learning.rate = 1e30;
    const test::RunFolder run;
    const auto result = run.train(config);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(result.error().message.find("learning rate"), std::string::npos) << result.error().text();
}

TEST(Trainer, RefusesAnUnknownModelAndDevice)
{
    const test::RunFolder run;
    auto config = test::shapeConfig(1);
    config.device = "cuda:77";
    const auto noDevice = run.train(config);
    ASSERT_FALSE(noDevice);
    EXPECT_EQ(noDevice.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(noDevice.error().message.find("cpu"), std::string::npos) << noDevice.error().text();
    config.model = "resnet1";
    EXPECT_FALSE(run.train(config));
}

TEST(Trainer, MemoryDoesNotGrowFromEpochToEpoch)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers keep freed memory";
#endif
    const test::RunFolder run;
    std::vector<std::size_t> resident;
    TrainingObserver observer;
    observer.epoch = [&](const EpochRecord&) { resident.push_back(residentBytes()); };
    ASSERT_TRUE(run.train(test::shapeConfig(16), JobContext{}, observer));
    ASSERT_EQ(resident.size(), 16u);
    // The first half is for the allocator's own caches, which other tests of the process have left in
    // disorder.
    EXPECT_LT(static_cast<double>(resident[15]), static_cast<double>(resident[7]) + 16e6);
}

} // namespace nakama
