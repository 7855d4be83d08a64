#include "core/inference/detail/checkpoint_classifier.h"
#include "core/inference/detail/nearest.h"
#include "core/inference/detail/picture_features.h"
#include "core/inference/detail/predict.h"
#include "core/inference/detail/projection.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/training/shape_pictures.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <cmath>

namespace nakama
{

namespace
{

class FeaturesTest : public testing::Test
{
protected:
    FeaturesTest()
    {
        m_request.checkpoint = m_folder / "model.safetensors";
        m_request.pictures = test::paintShapes(m_folder / "images", 5, 1);
        m_request.featureFolder = m_folder / "features";
        m_request.device = "cpu";
        EXPECT_TRUE(
            writeCheckpoint(*makeBackbone("resnet18", 3, 1).value(), m_config, {}, m_request.checkpoint));
    }

    Result<FeatureTable> features()
    {
        return featuresOf(readCheckpoint(m_request.checkpoint).value(), m_request, m_context);
    }

    test::TemporaryFolder m_folder;
    TrainingConfig m_config = test::shapeConfig(1);
    FeatureRequest m_request;
    JobContext m_context;
};

double difference(const cv::Mat& a, const cv::Mat& b)
{
    return cv::norm(a, b, cv::NORM_INF);
}

} // namespace

TEST_F(FeaturesTest, AreWhatTheClassifierSaysAndAreKept)
{
    m_request.pictures.insert(m_request.pictures.begin() + 2, test::brokenPicture(m_folder / "images", 0));
    const auto table = features();
    ASSERT_TRUE(table) << table.error().text();
    EXPECT_EQ(table->rows.size(), cv::Size(512, 15));
    ASSERT_EQ(table->skipped.size(), 1u);
    EXPECT_EQ(table->skipped[0].file.filename(), "broken.png");
    EXPECT_EQ(table->positions[2], 3) << "the broken one has no row";
    const auto classifier = CheckpointClassifier::load(m_request.checkpoint, "cpu").value();
    for (int row = 0; row < table->rows.rows; ++row) {
        const auto position = static_cast<std::size_t>(table->positions[static_cast<std::size_t>(row)]);
        const auto alone = classifier->features(
            decodeShrunkFile(m_request.pictures[position].file, m_config.preprocessing.resize).value());
        ASSERT_TRUE(alone);
        EXPECT_EQ(
            difference(table->rows.row(row), cv::Mat(1, 512, CV_32F, const_cast<float*>(alone->data()))), 0)
            << row;
    }

    std::filesystem::remove_all(m_folder / "images");
    const auto again = features();
    ASSERT_TRUE(again) << "what was kept needs no picture: " << again.error().text();
    EXPECT_EQ(difference(again->rows, table->rows), 0);
}

TEST_F(FeaturesTest, BelongToTheBodyWhateverItsHead)
{
    const auto first = makeBackbone("resnet18", 3, 1).value();
    const auto otherHead = makeBackbone("resnet18", 3, 1).value();
    const auto otherBody = makeBackbone("resnet18", 3, 1).value();
    {
        const torch::NoGradGuard guard;
        otherHead->named_parameters()["fc.weight"].add_(1);
        otherBody->named_parameters()["conv1.weight"].add_(1);
    }
    EXPECT_EQ(hashOfBody(*first, "fc"), hashOfBody(*otherHead, "fc"));
    EXPECT_NE(hashOfBody(*first, "fc"), hashOfBody(*otherBody, "fc"));
}

TEST_F(FeaturesTest, StopWhenCancelled)
{
    m_context.token().request();
    const auto table = features();
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().code, ErrorCode::Cancelled);
}

TEST(Nearest, AreByAngleAndNearestFirst)
{
    const cv::Mat rows = (cv::Mat_<float>(4, 2) << 1, 0, 0, 5, -2, 0, 3, 3);
    const cv::Mat queries = (cv::Mat_<float>(2, 2) << 10, 1, 0, 2);
    const auto near = nearestRows(rows, queries, 3, JobContext{}).value();
    ASSERT_EQ(near.size(), 2u);
    EXPECT_EQ(near[0][0].row, 0);
    EXPECT_NEAR(near[0][0].cosine, 10 / std::sqrt(101), 1e-6);
    EXPECT_EQ(near[0][1].row, 3);
    EXPECT_EQ(near[0][2].row, 1);
    EXPECT_EQ(near[1][0].row, 1);
    EXPECT_NEAR(near[1][0].cosine, 1, 1e-6);
    EXPECT_EQ(nearestRows(rows, queries, 9, JobContext{})->front().size(), 4u);
    EXPECT_EQ(nearestRows(rows, cv::Mat::zeros(1, 3, CV_32F), 1, JobContext{}).error().code,
              ErrorCode::InvalidArgument);
}

TEST(Projection, PrincipalShowsTheDirectionsThatDifferMost)
{
    // Directions around (0,0,1): far apart along x, a little along y.
    cv::Mat rows(40, 3, CV_32F);
    for (int i = 0; i < rows.rows; ++i) {
        rows.at<float>(i, 0) = 0.02f * static_cast<float>(i - 20);
        rows.at<float>(i, 1) = i % 2 == 0 ? 0.1f : -0.1f;
        rows.at<float>(i, 2) = 1;
    }
    JobContext context;
    const auto map = projectRows(rows, {.method = ProjectionMethod::Principal}, context).value();
    ASSERT_EQ(map.size(), 40u);
    for (std::size_t i = 1; i < map.size(); ++i)
        EXPECT_GT(std::abs(map[i].x - map[0].x), std::abs(map[i - 1].x - map[0].x));
    EXPECT_EQ(map[0].y > 0, map[2].y > 0);
    EXPECT_NE(map[0].y > 0, map[1].y > 0);
}

TEST(Projection, NeighboursKeepsGroupsTogetherAndIsTheSameAgain)
{
    torch::manual_seed(1);
    const auto centres = torch::randn({6, 32});
    const auto points = (centres.repeat({20, 1}) + 0.2 * torch::randn({120, 32})).contiguous();
    const cv::Mat rows(120, 32, CV_32F, points.data_ptr<float>());
    JobContext context;
    const auto map = projectRows(rows, {}, context).value();
    int own = 0;
    for (std::size_t i = 0; i < map.size(); ++i) {
        std::size_t nearest = i == 0 ? 1 : 0;
        for (std::size_t j = 0; j < map.size(); ++j)
            if (j != i && cv::norm(map[i] - map[j]) < cv::norm(map[i] - map[nearest]))
                nearest = j;
        own += nearest % 6 == i % 6;
    }
    EXPECT_EQ(own, 120);
    EXPECT_EQ(projectRows(rows, {}, context).value(), map);
    EXPECT_EQ(projectRows(cv::Mat(), {}, context).error().code, ErrorCode::InvalidArgument);
    context.token().request();
    EXPECT_EQ(projectRows(rows, {}, context).error().code, ErrorCode::Cancelled);
}

TEST(Projection, OfAHandfulOfPictures)
{
    JobContext context;
    for (const int count : {1, 2, 3, 5}) {
        cv::Mat rows = cv::Mat::eye(count, 8, CV_32F);
        const auto map = projectRows(rows, {}, context);
        ASSERT_TRUE(map) << map.error().text();
        ASSERT_EQ(map->size(), static_cast<std::size_t>(count));
        for (const auto& point : *map)
            EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y)) << count;
    }
}

TEST_F(FeaturesTest, ViewsAreAveragedAsProbabilities)
{
    auto preprocessing = m_config.preprocessing;
    preprocessing.resize.size = preprocessing.crop + 8;
    Predictor predictor(makeBackbone("resnet18", 3, 1).value(), preprocessing, torch::kCPU);
    PictureSource source(m_request.pictures, preprocessing.resize, {}, 0);
    const auto& classes = m_config.classes;
    const auto plain = predictPictures(predictor, source, preprocessing, classes, 1, m_context).value();
    const auto same =
        predictViews(predictor, source, preprocessing, classes, TestViews::Plain, 1, m_context).value();
    const auto both =
        predictViews(predictor, source, preprocessing, classes, TestViews::Flip, 1, m_context).value();
    for (std::size_t i = 0; i < m_request.pictures.size(); ++i) {
        EXPECT_EQ(same.table.rows[i].logits, plain.table.rows[i].logits) << "one view: to the bit";
        const auto shrunk = decodeShrunkFile(m_request.pictures[i].file, preprocessing.resize).value();
        std::vector<float> input(std::size_t{3} * static_cast<std::size_t>(preprocessing.crop) *
                                 static_cast<std::size_t>(preprocessing.crop));
        normaliseInto(testCrop(shrunk, preprocessing, {.mirrored = true}), preprocessing, input.data());
        Prediction mirrored;
        mirrored.logits = predictor.logits(input).front();
        for (std::size_t k = 0; k < classes.size(); ++k)
            EXPECT_NEAR(both.table.rows[i].probabilities()[k],
                        (plain.table.rows[i].probabilities()[k] + mirrored.probabilities()[k]) / 2, 1e-6);
    }
    std::size_t told = 0;
    ASSERT_TRUE(predictViews(predictor, source, preprocessing, classes, TestViews::FlipAndCrops, 1, m_context,
                             [&](std::size_t done) { told = done; }));
    EXPECT_EQ(told, 6 * m_request.pictures.size());
}

} // namespace nakama
