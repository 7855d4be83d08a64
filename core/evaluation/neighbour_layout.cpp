#include "core/evaluation/neighbour_layout.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace nakama
{

namespace
{

constexpr int pushes = 5;          // of random points for each pull of a neighbour, as umap-learn has it
constexpr double startExtent = 10; // half the width of the map to begin with
constexpr float longestStep = 4;

struct Edge
{
    int a = 0;
    int b = 0;
    double weight = 0;
};

/** Smaller maps settle later; a larger one has more points that move. */
int epochsFor(std::size_t points)
{
    return points <= 10'000 ? 400 : 200;
}

/** σ for which Σ exp(−max(0, d − ρ) / σ) = log2(k): each point has as many neighbours, whatever its density.
 */
double bandwidth(const float* distances, int count, double nearest)
{
    const double wanted = std::log2(count);
    double low = 0;
    double high = std::max<double>(distances[count - 1], 1e-9);
    const auto sum = [&](double sigma) {
        double total = 0;
        for (int i = 0; i < count; ++i)
            total += std::exp(-std::max(0.0, distances[i] - nearest) / sigma);
        return total;
    };
    while (sum(high) < wanted && high < 1e9)
        high *= 2;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (sum(middle) < wanted ? low : high) = middle;
    }
    return high;
}

/** Each pair once: near from one side or the other, p + q − pq. */
std::vector<Edge> edgesOf(const NeighbourGraph& graph)
{
    std::vector<Edge> edges;
    const auto k = static_cast<std::size_t>(graph.neighbours);
    for (std::size_t i = 0; i * k < graph.indices.size(); ++i) {
        const float* distances = graph.distances.data() + i * k;
        // The nearest one that is no copy.
        const auto* other = std::find_if(distances, distances + k, [](float d) { return d > 0; });
        const double nearest = other == distances + k ? 0 : *other;
        const double sigma = bandwidth(distances, graph.neighbours, nearest);
        for (std::size_t j = 0; j < k; ++j) {
            const int a = static_cast<int>(i);
            const int b = graph.indices[i * k + j];
            edges.push_back(
                {std::min(a, b), std::max(a, b), std::exp(-std::max(0.0, distances[j] - nearest) / sigma)});
        }
    }
    std::ranges::sort(edges, {}, [](const Edge& e) { return std::pair(e.a, e.b); });
    std::vector<Edge> joined;
    for (const auto& edge : edges)
        if (!joined.empty() && joined.back().a == edge.a && joined.back().b == edge.b)
            joined.back().weight += edge.weight - joined.back().weight * edge.weight;
        else
            joined.push_back(edge);
    return joined;
}

/** To the extent that the steps are made for; copies are moved apart a little, as a push has no direction
 * between equal points. */
void scaleStart(std::vector<LayoutPoint>& points, RandomStream& random)
{
    float largest = 0;
    for (const auto& point : points)
        largest = std::max({largest, std::abs(point.x), std::abs(point.y)});
    const double scale = largest > 0 ? startExtent / largest : 0;
    for (auto& point : points) {
        point.x = static_cast<float>(point.x * scale + 0.01 * random.normal());
        point.y = static_cast<float>(point.y * scale + 0.01 * random.normal());
    }
}

/** Moves a point by factor times its way from the other one. */
LayoutPoint step(const LayoutPoint& from, const LayoutPoint& to, float factor, float rate)
{
    return {rate * std::clamp(factor * (from.x - to.x), -longestStep, longestStep),
            rate * std::clamp(factor * (from.y - to.y), -longestStep, longestStep)};
}

float squaredDistance(const LayoutPoint& a, const LayoutPoint& b)
{
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

/** One end of an edge is pulled to the other and pushed from some points at random. */
void move(std::vector<LayoutPoint>& points, std::size_t which, std::size_t other, float rate,
          RandomStream& random)
{
    auto& point = points[which];
    const auto pull = step(point, points[other], -2 / (1 + squaredDistance(point, points[other])), rate);
    point = {point.x + pull.x, point.y + pull.y};
    for (int i = 0; i < pushes; ++i) {
        const auto third = random.below(static_cast<std::uint32_t>(points.size()));
        if (third == which)
            continue;
        const float d2 = squaredDistance(point, points[third]);
        const auto push = step(point, points[third], 2 / ((0.001f + d2) * (1 + d2)), rate);
        point = {point.x + push.x, point.y + push.y};
    }
}

} // namespace

Result<std::vector<LayoutPoint>> layOut(const NeighbourGraph& graph, std::vector<LayoutPoint> start,
                                        std::uint64_t seed, JobContext& context)
{
    auto points = std::move(start);
    RandomStream random(seed, RandomPurpose::Layout);
    scaleStart(points, random);
    const auto edges = edgesOf(graph);
    const auto heaviest = std::ranges::max_element(edges, {}, &Edge::weight);
    // An edge is due the oftener the heavier it is: the heaviest in every epoch.
    std::vector<double> due(edges.size(), 0);
    const int epochs = epochsFor(points.size());
    for (int epoch = 0; epoch < epochs; ++epoch) {
        NAKAMA_CHECK(context.checkpoint());
        context.progress(epoch, epochs, "laying out the map");
        const float rate = 1 - static_cast<float>(epoch) / static_cast<float>(epochs);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            due[i] += edges[i].weight / heaviest->weight;
            if (due[i] < 1)
                continue;
            due[i] -= 1;
            const auto a = static_cast<std::size_t>(edges[i].a);
            const auto b = static_cast<std::size_t>(edges[i].b);
            move(points, a, b, rate, random);
            move(points, b, a, rate, random);
        }
    }
    context.progress(epochs, epochs, "laying out the map");
    return points;
}

} // namespace nakama
