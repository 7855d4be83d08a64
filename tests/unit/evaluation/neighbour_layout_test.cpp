#include "core/base/random.h"
#include "core/evaluation/neighbour_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nakama
{

namespace
{

using Points = std::vector<std::vector<double>>;

constexpr int dimensions = 8;

/** Clusters around random centres; point i belongs to cluster i mod clusters. */
Points clustered(int count, int clusters)
{
    RandomStream random(3, RandomPurpose::Painting);
    Points centres(static_cast<std::size_t>(clusters), std::vector<double>(dimensions));
    for (auto& centre : centres)
        for (auto& value : centre)
            value = random.uniform(-1, 1);
    Points points;
    for (int i = 0; i < count; ++i) {
        points.push_back(centres[static_cast<std::size_t>(i % clusters)]);
        for (auto& value : points.back())
            value += 0.15 * random.normal();
    }
    return points;
}

double distance(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return std::sqrt(sum);
}

/** All other points, nearest first. */
std::vector<int> ordered(const Points& points, std::size_t from)
{
    std::vector<double> distances;
    for (const auto& point : points)
        distances.push_back(distance(points[from], point));
    std::vector<int> order(points.size());
    std::iota(order.begin(), order.end(), 0);
    std::erase(order, static_cast<int>(from));
    std::ranges::sort(order, {}, [&](int i) { return distances[static_cast<std::size_t>(i)]; });
    return order;
}

NeighbourGraph graphOf(const Points& points, int neighbours)
{
    NeighbourGraph graph;
    graph.neighbours = neighbours;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto order = ordered(points, i);
        for (int j = 0; j < neighbours; ++j) {
            const auto other = order[static_cast<std::size_t>(j)];
            graph.indices.push_back(other);
            graph.distances.push_back(
                static_cast<float>(distance(points[i], points[static_cast<std::size_t>(other)])));
        }
    }
    return graph;
}

/** The first two coordinates: a map that knows nothing of the others. */
std::vector<LayoutPoint> shadow(const Points& points)
{
    std::vector<LayoutPoint> start;
    for (const auto& point : points)
        start.push_back({static_cast<float>(point[0]), static_cast<float>(point[1])});
    return start;
}

Points asPoints(const std::vector<LayoutPoint>& map)
{
    Points points;
    for (const auto& point : map)
        points.push_back({point.x, point.y});
    return points;
}

/** Of the k nearest on the map, how few come from far away: 1 is best (Venna and Kaski 2001). */
double trustworthiness(const Points& truth, const Points& map, int k)
{
    const auto n = static_cast<double>(truth.size());
    double penalty = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const auto near = ordered(truth, i);
        const auto onMap = ordered(map, i);
        for (int j = 0; j < k; ++j) {
            const auto rank = std::ranges::find(near, onMap[static_cast<std::size_t>(j)]) - near.begin() + 1;
            penalty += static_cast<double>(std::max<std::ptrdiff_t>(rank - k, 0));
        }
    }
    return 1 - 2 * penalty / (n * k * (2 * n - 3 * k - 1));
}

} // namespace

TEST(NeighbourLayout, KeepsNearWhatIsNear)
{
    const auto points = clustered(300, 12);
    JobContext context;
    const auto map = layOut(graphOf(points, 15), shadow(points), 1, context);
    ASSERT_TRUE(map);
    ASSERT_EQ(map->size(), points.size());
    const double before = trustworthiness(points, asPoints(shadow(points)), 10);
    const double after = trustworthiness(points, asPoints(*map), 10);
    EXPECT_LT(before, 0.85) << "two of eight coordinates should not be enough";
    EXPECT_GT(after, 0.95);

    int own = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
        own += (ordered(asPoints(*map), i).front() - static_cast<int>(i)) % 12 == 0;
    EXPECT_GT(own, 290) << "the nearest on the map is of the same cluster";
}

TEST(NeighbourLayout, IsTheSameForTheSameSeedAndMovesCopiesLittle)
{
    auto points = clustered(60, 3);
    points[3] = points[0];
    const auto graph = graphOf(points, 10);
    JobContext context;
    const auto one = asPoints(layOut(graph, shadow(points), 1, context).value());
    EXPECT_EQ(one, asPoints(layOut(graph, shadow(points), 1, context).value()));
    EXPECT_NE(one, asPoints(layOut(graph, shadow(points), 2, context).value()));
    double widest = 0;
    for (const auto& point : one)
        widest = std::max(widest, distance(one[0], point));
    EXPECT_LT(distance(one[0], one[3]), widest / 4);
}

TEST(NeighbourLayout, TwoPointsAndACancelledMap)
{
    JobContext context;
    const NeighbourGraph pair{1, {1, 0}, {0.5f, 0.5f}};
    const auto map = layOut(pair, {{0, 0}, {1, 1}}, 1, context);
    ASSERT_TRUE(map);
    for (const auto& point : *map)
        EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));

    const CancelToken token;
    token.request();
    JobContext cancelled(token);
    EXPECT_EQ(layOut(pair, {{0, 0}, {1, 1}}, 1, cancelled).error().code, ErrorCode::Cancelled);
}

} // namespace nakama
