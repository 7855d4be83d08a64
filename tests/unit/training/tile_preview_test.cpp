#include "core/training/epoch_feed.h"
#include "core/training/tile_preview.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/training/shape_pictures.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <fstream>

namespace nakama
{

namespace
{

class TilePreviewTest : public testing::Test
{
protected:
    TilePreviewTest()
    {
        m_config.preprocessing = test::shapeConfig(1).preprocessing;
        m_config.augment = AugmentParams::recipe();
        m_config.batchSize = 5;
        m_config.seed = 9;
    }

    test::TemporaryFolder m_folder;
    TrainingConfig m_config;
    JobContext m_context;
    PictureSource m_source{test::paintShapes(m_folder / "images", 4, 1),
                           test::shapeConfig(1).preprocessing.resize, m_folder / "prepared", 0};
};

} // namespace

TEST_F(TilePreviewTest, IsWhatTrainingGetsBitForBit)
{
    for (const int epoch : {1, 2}) {
        const auto feed = epochFeed(m_source, m_config, epoch);
        std::size_t seen = 0;
        while (const Batch* batch = feed->next(m_context).value()) {
            const std::size_t floats = batch->inputs.size() / batch->size();
            for (std::size_t row = 0; row < batch->size(); ++row, ++seen) {
                const auto tile = previewTile(m_source, batch->positions[row], m_config, epoch).value();
                ASSERT_TRUE(std::equal(tile.pixels.begin(), tile.pixels.end(),
                                       batch->inputs.begin() + static_cast<std::ptrdiff_t>(row * floats)))
                    << "epoch " << epoch << ", picture " << batch->positions[row];
            }
        }
        EXPECT_EQ(seen, m_source.pictures().size());
    }
}

TEST_F(TilePreviewTest, ABatchIsTheFirstOneWithItsMixing)
{
    m_config.augment.mixing = {.mixUp = true, .cutMix = true};
    const auto tiles = previewBatch(m_source, m_config, 3, m_context).value();
    const auto feed = epochFeed(m_source, m_config, 3);
    const Batch* batch = feed->next(m_context).value();
    ASSERT_EQ(tiles.size(), batch->size());
    std::pmr::vector<float> pixels;
    for (std::size_t row = 0; row < tiles.size(); ++row) {
        EXPECT_EQ(tiles[row].position, batch->positions[row]);
        pixels.insert(pixels.end(), tiles[row].pixels.begin(), tiles[row].pixels.end());
    }
    EXPECT_EQ(pixels, batch->inputs);
    EXPECT_NE(tiles[0].pixels, previewTile(m_source, tiles[0].position, m_config, 3)->pixels) << "not mixed";
}

TEST_F(TilePreviewTest, OffIsTheEvaluationCropInEveryEpoch)
{
    m_config.augment = AugmentParams::off();
    const auto tile = previewTile(m_source, 2, m_config, 7).value();
    const cv::Mat crop = evaluationCrop(m_source.load(2), m_config.preprocessing);
    EXPECT_EQ(cv::norm(denormalised(tile.pixels, m_config.preprocessing), crop, cv::NORM_INF), 0);
    EXPECT_EQ(tile.pixels, previewTile(m_source, 2, m_config, 8)->pixels);
}

TEST_F(TilePreviewTest, AnUnreadablePictureSaysWhy)
{
    auto pictures = m_source.pictures();
    pictures[0].file = m_folder / "broken.png";
    pictures[0].sha256 = std::string(64, '0');
    std::ofstream(pictures[0].file) << "not a picture";
    PictureSource source(pictures, m_config.preprocessing.resize, m_folder / "prepared", 0);
    const auto tile = previewTile(source, 0, m_config, 1);
    ASSERT_FALSE(tile);
    EXPECT_EQ(tile.error().context, pictures[0].file.string());
    EXPECT_NE(tile.error().message, "the picture cannot be read");
}

} // namespace nakama
