#include "core/sample/canvas.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <numbers>

namespace nakama
{

namespace
{

const Colour red{255, 0, 0};
const Colour white{255, 255, 255};

cv::Mat blank(int side = 100)
{
    return {side, side, CV_8UC3, cv::Scalar(0, 0, 0)};
}

DrawingStyle plain()
{
    DrawingStyle style;
    style.line = LineKind::None;
    style.shade = 1;
    return style;
}

/** Number of pixels that are not black. */
int painted(const cv::Mat& image)
{
    cv::Mat grey;
    cv::extractChannel(image, grey, 0);
    return cv::countNonZero(grey);
}

Path square(double half)
{
    return {{-half, -half}, {half, -half}, {half, half}, {-half, half}};
}

} // namespace

TEST(Canvas, FillsTheAreaInRgbOrder)
{
    cv::Mat image = blank();
    Canvas(image, plain()).fill(circle({50, 50}, 30), red);
    EXPECT_EQ(image.at<cv::Vec3b>(50, 50), cv::Vec3b(255, 0, 0));
    EXPECT_NEAR(cv::sum(image)[0] / 255, std::numbers::pi * 900, 120);
}

TEST(Canvas, MovesTurnsAndScalesFromTheInside)
{
    cv::Mat image = blank();
    // The point (10, 0): scaled to (20, 0), turned to (0, 20), moved to (30, 60).
    Canvas(image, plain()).moved(30, 40).turned(90).scaled(2, 2).fill(circle({10, 0}, 2), red);
    EXPECT_EQ(image.at<cv::Vec3b>(60, 30)[0], 255);
    EXPECT_LT(painted(image), 100);
}

TEST(Canvas, OutlinesLieOutsideOfTheShapeWhicheverWayItRuns)
{
    for (const auto& path : {square(20), reversed(square(20))}) {
        cv::Mat image = blank();
        DrawingStyle style = plain();
        style.line = LineKind::Single;
        style.lineWidth = 4;
        style.ink = white;
        Canvas(image, style).moved(50, 50).shape(path, red);
        EXPECT_EQ(image.at<cv::Vec3b>(50, 50), cv::Vec3b(255, 0, 0));
        EXPECT_EQ(image.at<cv::Vec3b>(50, 32), cv::Vec3b(255, 0, 0));
        EXPECT_EQ(image.at<cv::Vec3b>(50, 28), cv::Vec3b(255, 255, 255));
        EXPECT_EQ(image.at<cv::Vec3b>(50, 24), cv::Vec3b(0, 0, 0));
    }
}

TEST(Canvas, OverlappingShapesHaveNoLineBetweenThem)
{
    cv::Mat image = blank();
    DrawingStyle style = plain();
    style.line = LineKind::Single;
    style.ink = white;
    Canvas(image, style).moved(50, 50).shapes({square(20), moved(square(20), {15, 0})}, red);
    for (int x = 32; x < 83; ++x)
        EXPECT_EQ(image.at<cv::Vec3b>(50, x), cv::Vec3b(255, 0, 0)) << x;
}

TEST(Canvas, TheShadowIsOnItsSideOnly)
{
    cv::Mat image = blank();
    DrawingStyle style = plain();
    style.shade = 0.5;
    style.shadowSide = {1, 0};
    Canvas(image, style).moved(50, 50).shape(square(30), red);
    EXPECT_LT(image.at<cv::Vec3b>(50, 78)[0], 140);
    EXPECT_EQ(image.at<cv::Vec3b>(50, 22)[0], 255);
    EXPECT_EQ(image.at<cv::Vec3b>(50, 50)[0], 255);
}

TEST(Canvas, InsideKeepsWhatIsDrawnWithinThePath)
{
    cv::Mat image = blank();
    Canvas(image, plain()).moved(50, 50).inside(circle({0, 0}, 20), [](const Canvas& within) {
        within.fill(square(45), red);
    });
    EXPECT_EQ(image.at<cv::Vec3b>(50, 50)[0], 255);
    EXPECT_NEAR(painted(image), std::numbers::pi * 400, 90);
}

TEST(Canvas, DrawingBesideThePictureIsHarmless)
{
    cv::Mat image = blank(20);
    const Canvas canvas(image, DrawingStyle{});
    for (const Point at : {Point(-500, 10), Point(10, 5000), Point(1e5, -1e5)}) {
        const Canvas away = canvas.moved(at.x, at.y);
        away.shape(circle({0, 0}, 5), red);
        away.inside(circle({0, 0}, 5), [](const Canvas& within) { within.fill(square(9), red); });
        away.inkLine({{0, 0}, {5, 5}});
    }
    EXPECT_EQ(painted(image), 0);
}

TEST(Canvas, ALineOfOnePointDrawsNothing)
{
    cv::Mat image = blank(20);
    Canvas(image, plain()).line({{10, 10}}, red, 4);
    EXPECT_EQ(painted(image), 0);
    Canvas(image, plain()).line({{2, 10}, {18, 10}}, red, 4);
    EXPECT_GT(painted(image), 20);
}

} // namespace nakama
