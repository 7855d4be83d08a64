#include "core/imaging/heat_overlay.h"
#include "core/imaging/test_views.h"
#include "tests/support/drawing.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace nakama
{

namespace
{

bool same(const cv::Mat& a, const cv::Mat& b)
{
    return a.size() == b.size() && cv::norm(a, b, cv::NORM_INF) == 0;
}

} // namespace

TEST(TestViews, AreCropsFromEndToEndAndTheirMirrorImages)
{
    Preprocessing preprocessing;
    preprocessing.crop = 100;
    const auto wide = test::drawing(1, 171, 116);
    EXPECT_TRUE(same(testCrop(wide, preprocessing, {}), evaluationCrop(wide, preprocessing)));
    EXPECT_TRUE(same(testCrop(wide, preprocessing, {.place = 0}), wide(cv::Rect(0, 0, 100, 100))));
    EXPECT_TRUE(same(testCrop(wide, preprocessing, {.place = 1}), wide(cv::Rect(71, 16, 100, 100))));
    cv::Mat mirrored;
    cv::flip(evaluationCrop(wide, preprocessing), mirrored, 1);
    EXPECT_TRUE(same(testCrop(wide, preprocessing, {.mirrored = true}), mirrored));

    const auto small = test::drawing(2, 80, 60);
    for (const auto& view : viewsOf(TestViews::Crops))
        EXPECT_TRUE(same(testCrop(small, preprocessing, view), evaluationCrop(small, preprocessing)));
}

TEST(TestViews, EveryChoiceBeginsWithTheEvaluationCropAndHasAName)
{
    const std::vector<std::pair<TestViews, std::size_t>> cases{
        {TestViews::Plain, 1}, {TestViews::Flip, 2}, {TestViews::Crops, 3}, {TestViews::FlipAndCrops, 6}};
    for (const auto& [views, count] : cases) {
        EXPECT_EQ(viewsOf(views).size(), count);
        EXPECT_EQ(viewsOf(views).front(), TestView{});
        EXPECT_EQ(testViewsFromName(testViewsName(views)), views);
    }
    EXPECT_FALSE(testViewsFromName("five"));
}

TEST(EvaluationArea, IsTheMiddleOfAPictureAndAllOfASquaredOne)
{
    Preprocessing preprocessing;
    preprocessing.resize = {ResizeRule::Kind::ShorterSide, 100};
    preprocessing.crop = 80;
    const auto middle = evaluationArea({400, 200}, preprocessing);
    EXPECT_DOUBLE_EQ(middle.x, 0.3);
    EXPECT_DOUBLE_EQ(middle.y, 0.1);
    EXPECT_DOUBLE_EQ(middle.width, 0.4);
    EXPECT_DOUBLE_EQ(middle.height, 0.8);
    preprocessing.resize = {ResizeRule::Kind::Square, 80};
    EXPECT_EQ(evaluationArea({400, 200}, preprocessing), cv::Rect2d(0, 0, 1, 1));
}

TEST(HeatOverlay, ColoursWhereTheMapIsHotAndGreysWhereThereIsNone)
{
    const cv::Mat picture(100, 200, CV_8UC3, cv::Scalar(200, 100, 50));
    cv::Mat map = cv::Mat::zeros(10, 10, CV_32F);
    map(cv::Rect(5, 0, 5, 10)) = 1;
    const auto overlay = heatOverlay(picture, map, {0.25, 0, 0.5, 1}, 0.8);
    ASSERT_EQ(overlay.size(), picture.size());
    EXPECT_EQ(overlay.at<cv::Vec3b>(50, 60), cv::Vec3b(200, 100, 50)) << "cold: the picture itself";
    const auto hot = overlay.at<cv::Vec3b>(50, 140);
    EXPECT_LT(hot[1], 60);
    EXPECT_LT(hot[2], 30);
    EXPECT_GT(hot[0], 100);
    const auto outside = overlay.at<cv::Vec3b>(50, 20);
    EXPECT_LT(outside[0] - outside[2], 100) << "less colour than the picture has";
    EXPECT_TRUE(same(heatOverlay(picture, map, {0, 0, 1, 1}, 0), picture));
}

} // namespace nakama
