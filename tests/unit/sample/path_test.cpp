#include "core/sample/path.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nakama
{

namespace
{

double area(const Path& path)
{
    double sum = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const auto& a = path[i];
        const auto& b = path[(i + 1) % path.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum / 2;
}

} // namespace

TEST(Path, ShapesHaveTheirAreas)
{
    constexpr double pi = std::numbers::pi;
    EXPECT_NEAR(area(circle({3, 4}, 10)), pi * 100, 3);
    EXPECT_NEAR(area(ellipse({0, 0}, 10, 5)), pi * 50, 2);
    EXPECT_NEAR(area(roundedBox(0, 0, 20, 10, 2)), 200 - (4 - pi) * 4, 0.3);
    EXPECT_NEAR(area(limb({0, 0}, {30, 0}, 5, 5)), 300 + pi * 25, 2);
    EXPECT_NEAR(std::abs(area(tube({{0, 0}, {30, 0}}, 5, 5))), 300 + pi * 25, 2);
}

TEST(Path, ASmoothCurvePassesThroughItsPoints)
{
    const Path points{{0, 0}, {10, 2}, {14, 12}, {-3, 9}};
    for (const auto& path : {smooth(points), curve(points)}) {
        for (const auto& point : points)
            EXPECT_NE(std::find(path.begin(), path.end(), point), path.end());
    }
}

TEST(Path, SymmetricOutlinesAreSymmetric)
{
    const Path path = symmetric({{0, -10}, {8, -4}, {6, 7}, {0, 9}});
    for (const auto& point : path) {
        const bool found = std::any_of(path.begin(), path.end(), [&](const Point& other) {
            return std::hypot(other.x + point.x, other.y - point.y) < 0.2;
        });
        EXPECT_TRUE(found) << point.x << " " << point.y;
    }
}

TEST(Path, BowedEdgesBulgeOutward)
{
    const Path square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    EXPECT_GT(area(bowed(square, 0.1)), 100);
    EXPECT_LT(area(bowed(square, -0.1)), 100);
    EXPECT_NEAR(area(bowed(square, 0)), 100, 1e-9);
}

} // namespace nakama
