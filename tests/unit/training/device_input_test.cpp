#include "core/training/detail/device_input.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/training/run_folder.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

/** The recipe, which erases every tile, with one value. */
TrainingConfig erasingConfig()
{
    auto config = test::shapeConfig(1);
    config.augment = AugmentParams::recipe();
    config.augment.erasing.probability = 1;
    config.augment.erasing.fill = RandomErasingParams::Fill::Value;
    config.augment.erasing.value = 0.5f;
    return config;
}

class DeviceInputTest : public testing::Test
{
protected:
    DeviceInputTest() : m_pictures(test::paintShapes(m_folder / "images", 7, 1)) {}

    /** The batches of an epoch as the model takes them; the processor is the device. */
    std::vector<DeviceBatch> epoch(const TrainingConfig& config, TileForm form, int number = 1)
    {
        PictureSource source(m_pictures, config.preprocessing.resize, m_folder / "prepared", 0);
        const auto feed = epochFeed(source, config, number, 0, std::pmr::get_default_resource(), form);
        const DeviceInput input(config, torch::kCPU);
        std::vector<DeviceBatch> batches;
        while (const Batch* batch = feed->next(m_context).value()) {
            EXPECT_EQ(batch->holds == Batch::Holds::Tiles, form == TileForm::Bytes);
            batches.push_back(input.bring(*batch, {number, static_cast<int>(batches.size())}));
            if (batch->size() == 0)
                continue;
            for (auto* tensor : {&batches.back().inputs, &batches.back().labels, &batches.back().otherLabels})
                *tensor = tensor->clone(); // the next batch is made in the same memory
        }
        return batches;
    }

    /** Expects both ways to give the same batches, to rounding. */
    void expectSame(const TrainingConfig& config)
    {
        const auto here = epoch(config, TileForm::Normalised);
        const auto there = epoch(config, TileForm::Bytes);
        ASSERT_EQ(here.size(), there.size());
        for (std::size_t i = 0; i < here.size(); ++i) {
            EXPECT_EQ(here[i].inputs.strides(), there[i].inputs.strides());
            EXPECT_TRUE(torch::allclose(here[i].inputs, there[i].inputs, 1e-5, 1e-6)) << i;
            EXPECT_TRUE(torch::equal(here[i].labels, there[i].labels));
            EXPECT_TRUE(torch::equal(here[i].otherLabels, there[i].otherLabels));
            EXPECT_EQ(here[i].share, there[i].share);
        }
    }

    test::TemporaryFolder m_folder;
    std::vector<LabelledPicture> m_pictures;
    const JobContext m_context;
};

} // namespace

TEST_F(DeviceInputTest, NormalisesAndErasesAsTheLoaderThreadsDo)
{
    auto config = erasingConfig();
    for (const auto layout : {MemoryLayout::Planes, MemoryLayout::ChannelsLast}) {
        config.compute.layout = layout;
        expectSame(config);
        const auto batch = epoch(config, TileForm::Bytes).front();
        EXPECT_EQ(batch.inputs.is_contiguous(torch::MemoryFormat::ChannelsLast),
                  layout == MemoryLayout::ChannelsLast);
        EXPECT_GT((batch.inputs == 0.5).sum().item<int>(), 100);
    }
}

TEST_F(DeviceInputTest, MixesAsTheLoaderThreadsDo)
{
    for (const bool cut : {false, true}) {
        auto config = erasingConfig();
        config.augment.mixing = {.mixUp = !cut, .cutMix = cut};
        config.compute.layout = MemoryLayout::ChannelsLast;
        expectSame(config);
        const auto batch = epoch(config, TileForm::Bytes).front();
        EXPECT_LT(batch.share, 1);
        EXPECT_FALSE(torch::equal(batch.labels, batch.otherLabels));
    }
}

TEST_F(DeviceInputTest, LeavesOutUnreadablePictures)
{
    m_pictures.insert(m_pictures.begin() + 4, test::brokenPicture(m_folder / "images", 1));
    auto config = erasingConfig();
    config.augment.mixing.cutMix = true;
    expectSame(config);
    std::int64_t pictures = 0;
    for (const auto& batch : epoch(config, TileForm::Bytes))
        pictures += batch.size();
    EXPECT_EQ(pictures, static_cast<std::int64_t>(m_pictures.size()) - 1);

    m_pictures = {test::brokenPicture(m_folder / "images", 0)};
    const auto empty = epoch(config, TileForm::Bytes);
    ASSERT_EQ(empty.size(), 1u);
    EXPECT_EQ(empty.front().size(), 0);
}

TEST_F(DeviceInputTest, DrawsNormalNoiseWithinTheErasedRectanglesAlone)
{
    auto config = erasingConfig();
    config.batchSize = static_cast<int>(m_pictures.size());
    constexpr float mark = 77; // no tile has it
    config.augment.erasing.value = mark;
    const auto inside = epoch(config, TileForm::Normalised).front().inputs == mark;
    config.augment.erasing.fill = RandomErasingParams::Fill::Noise;
    const auto here = epoch(config, TileForm::Normalised).front().inputs;
    const auto there = epoch(config, TileForm::Bytes).front().inputs;
    const auto outside = inside.logical_not();
    EXPECT_TRUE(torch::allclose(here.masked_select(outside), there.masked_select(outside), 1e-5, 1e-6));

    const auto noise = there.masked_select(inside);
    const auto count = static_cast<double>(noise.numel());
    ASSERT_GT(count, 3000);
    EXPECT_NEAR(noise.mean().item<double>(), 0, 4 / std::sqrt(count));
    EXPECT_NEAR(noise.std().item<double>(), 1, 4 / std::sqrt(2 * count));
}

TEST_F(DeviceInputTest, NoiseIsKeyedByTheBatchAndLeavesDropoutAlone)
{
    auto config = erasingConfig();
    config.augment.erasing.fill = RandomErasingParams::Fill::Noise;
    torch::manual_seed(5);
    const auto untouched = torch::rand({4});
    torch::manual_seed(5);
    const auto first = epoch(config, TileForm::Bytes);
    EXPECT_TRUE(torch::equal(torch::rand({4}), untouched));

    // The same batch alone, as a resumed run would begin with it, and in the place of another one.
    PictureSource source(m_pictures, config.preprocessing.resize, m_folder / "prepared", 0);
    const auto feed = epochFeed(source, config, 1, 1, std::pmr::get_default_resource(), TileForm::Bytes);
    const Batch* batch = feed->next(m_context).value();
    const DeviceInput input(config, torch::kCPU);
    EXPECT_TRUE(torch::equal(input.bring(*batch, {1, 1}).inputs, first[1].inputs));
    EXPECT_FALSE(torch::equal(input.bring(*batch, {1, 2}).inputs, first[1].inputs));
    EXPECT_FALSE(torch::equal(input.bring(*batch, {2, 1}).inputs, first[1].inputs));
}

TEST_F(DeviceInputTest, ARunLearnsTheSameOnEitherWay)
{
    auto config = erasingConfig();
    config.epochs = 2;
    config.freeze = FreezeMode::Body; // a whole net makes much of a difference in rounding
    config.augment.mixing = {.mixUp = true, .cutMix = true};
    std::vector<TrainingResult> results;
    for (const auto form : {TileForm::Normalised, TileForm::Bytes}) {
        test::RunFolder run;
        run.feedWith(form);
        auto result = run.train(config);
        ASSERT_TRUE(result) << result.error().text();
        results.push_back(std::move(*result));
    }
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_NEAR(results[0].epochs[i].trainLoss, results[1].epochs[i].trainLoss, 1e-4);
}

TEST_F(DeviceInputTest, TheProcessorGetsFloatsAndAGpuBytes)
{
    EXPECT_EQ(tileFormFor(torch::kCPU), TileForm::Normalised);
    EXPECT_EQ(tileFormFor(torch::Device(torch::kCUDA, 0)), TileForm::Bytes);
}

} // namespace nakama
