#include "core/imaging/preprocessing.h"
#include "core/inference/detail/checkpoint.h"
#include "core/inference/detail/checkpoint_classifier.h"
#include "core/inference/detail/device.h"
#include "core/inference/detail/predict.h"
#include "core/inference/detail/predictor.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/training/shape_pictures.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

std::vector<float> noise(std::size_t floats)
{
    RandomStream random(1, RandomPurpose::Painting);
    std::vector<float> values(floats);
    for (auto& value : values)
        value = static_cast<float>(random.uniform(-2, 2));
    return values;
}

} // namespace

TEST(Predictor, APictureHasTheSameLogitsToTheBitWhateverItsNeighbours)
{
    useAllCores();
    const std::vector<std::pair<std::string, int>> cases{
        {"resnet18", 32}, {"resnet18", 64}, {"resnet18", 100}, {"resnet18", 192}, {"squeezenet1_1", 64}};
    for (const auto& [model, crop] : cases) {
        Preprocessing preprocessing;
        preprocessing.crop = crop;
        Predictor predictor(makeBackbone(model, 5, 1).value(), preprocessing, torch::kCPU);
        const std::size_t floats = std::size_t{3} * static_cast<std::size_t>(crop * crop);
        const int count = predictor.block() + 1;
        const auto pictures = noise(floats * static_cast<std::size_t>(count));
        const auto together = predictor.logits(pictures);
        ASSERT_EQ(together.size(), static_cast<std::size_t>(count));
        for (const auto position : {std::size_t{0}, together.size() / 2, together.size() - 1}) {
            const auto alone = predictor.logits(std::span(pictures).subspan(position * floats, floats));
            ASSERT_EQ(alone.size(), 1u);
            EXPECT_EQ(alone[0], together[position])
                << model << ", crop " << crop << ", position " << position;
        }
        EXPECT_NE(together[0], together[1]) << model;
    }
}

TEST(Predictor, AgreesWithAPlainForward)
{
    Preprocessing preprocessing;
    preprocessing.crop = 64;
    const auto model = makeBackbone("resnet18", 5, 1).value();
    Predictor predictor(model, preprocessing, torch::kCPU);
    auto pictures = noise(std::size_t{3} * 3 * 64 * 64);
    const auto logits = predictor.logits(pictures);
    const torch::NoGradGuard guard;
    const auto plain = model->forward(torch::from_blob(pictures.data(), {3, 3, 64, 64}));
    for (int row = 0; row < 3; ++row)
        for (int k = 0; k < 5; ++k)
            EXPECT_NEAR(logits[static_cast<std::size_t>(row)][static_cast<std::size_t>(k)],
                        plain[row][k].item<float>(), 1e-4);
}

namespace
{

/** Answers the sum of each picture, and finds no memory for more than so many at once. */
class SmallMemory : public Backbone
{
public:
    explicit SmallMemory(std::int64_t most) : m_most(most) {}

    torch::Tensor features(const torch::Tensor& pictures) override
    {
        if (pictures.size(0) > m_most)
            C10_THROW_ERROR(OutOfMemoryError, "full");
        return pictures.flatten(1).sum(1, true);
    }
    torch::Tensor head(const torch::Tensor& features) override { return features; }
    torch::Tensor lastMap(const torch::Tensor& pictures) override { return pictures; }
    Trace trace(const torch::Tensor& pictures) override { return {forward(pictures), {}, {}}; }

private:
    std::int64_t m_most;
};

} // namespace

TEST(Predictor, TakesSmallerBlocksWhereThereIsNoMemory)
{
    Preprocessing preprocessing;
    preprocessing.crop = 32; // a block of 32
    const auto pictures = noise(std::size_t{40} * 3 * 32 * 32);
    Predictor roomy(std::make_shared<SmallMemory>(100), preprocessing, torch::kCPU);
    Predictor tight(std::make_shared<SmallMemory>(5), preprocessing, torch::kCPU);
    EXPECT_EQ(tight.block(), roomy.block());
    const auto expected = roomy.logits(pictures);
    const auto logits = tight.logits(pictures);
    EXPECT_EQ(tight.block(), 4);
    ASSERT_EQ(logits.size(), 40u);
    for (std::size_t i = 0; i < logits.size(); ++i)
        EXPECT_NEAR(logits[i][0], expected[i][0], 1e-2);

    Predictor none(std::make_shared<SmallMemory>(0), preprocessing, torch::kCPU);
    EXPECT_THROW(none.logits(pictures), c10::OutOfMemoryError);
}

TEST(Predictor, OfNothingIsNothing)
{
    Predictor predictor(makeBackbone("resnet18", 2, 1).value(), Preprocessing{}.scaledTo(32), torch::kCPU);
    EXPECT_TRUE(predictor.logits({}).empty());
}

TEST(Predict, TheClassifierAndTheListAgreeToTheBit)
{
    const test::TemporaryFolder folder;
    const auto config = test::shapeConfig(1);
    const auto pictures = test::paintShapes(folder / "images", 4, 1);
    const auto path = folder / "model.safetensors";
    ASSERT_TRUE(writeCheckpoint(*makeBackbone("resnet18", 3, 1).value(), config, {}, path));
    const auto classifier = CheckpointClassifier::load(path, "cpu").value();

    useAllCores();
    Predictor predictor(modelFrom(readCheckpoint(path).value()).value(), config.preprocessing, torch::kCPU);
    PictureSource source(pictures, config.preprocessing.resize, folder / "prepared", 0);
    const auto answer =
        predictPictures(predictor, source, config.preprocessing, config.classes, 2, JobContext{});
    ASSERT_TRUE(answer) << answer.error().text();
    ASSERT_EQ(answer->table.rows.size(), pictures.size());
    EXPECT_EQ(answer->table.classes, config.classes);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto& row = answer->table.rows[i];
        EXPECT_EQ(row.id, pictures[i].sha256);
        EXPECT_EQ(row.file, pictures[i].name);
        EXPECT_EQ(row.label, pictures[i].label);
        EXPECT_EQ(row.logits,
                  classifier->logits(decodeShrunkFile(pictures[i].file, config.preprocessing.resize).value())
                      .value());
    }
}

TEST(Predict, SkipsAndNamesUnreadablePictures)
{
    const test::TemporaryFolder folder;
    const auto config = test::shapeConfig(1);
    auto pictures = test::paintShapes(folder / "images", 1, 1);
    pictures.insert(pictures.begin(), test::brokenPicture(folder / "images", 0));
    Predictor predictor(makeBackbone("resnet18", 3, 1).value(), config.preprocessing, torch::kCPU);
    PictureSource source(pictures, config.preprocessing.resize, {}, 0);
    const auto answer =
        predictPictures(predictor, source, config.preprocessing, config.classes, 1, JobContext{});
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->table.rows.size(), 3u);
    ASSERT_EQ(answer->skipped.size(), 1u);
    EXPECT_EQ(answer->skipped[0].file.filename(), "broken.png");

    PictureSource hopeless({pictures.front()}, config.preprocessing.resize, {}, 0);
    const auto nothing =
        predictPictures(predictor, hopeless, config.preprocessing, config.classes, 1, JobContext{});
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code, ErrorCode::CorruptData);
}

TEST(Predict, StopsWhenCancelled)
{
    const test::TemporaryFolder folder;
    const auto config = test::shapeConfig(1);
    Predictor predictor(makeBackbone("resnet18", 3, 1).value(), config.preprocessing, torch::kCPU);
    PictureSource source(test::paintShapes(folder / "images", 1, 1), config.preprocessing.resize, {}, 0);
    const CancelToken token;
    token.request();
    const auto answer =
        predictPictures(predictor, source, config.preprocessing, config.classes, 1, JobContext(token));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Cancelled);
}

} // namespace nakama
