#include "core/inference/detail/projection.h"

#include "core/evaluation/neighbour_layout.h"
#include "core/inference/detail/nearest.h"

#include <algorithm>
#include <limits>

namespace nakama
{

namespace
{

constexpr std::int64_t mostComponents = 50; // neighbours in more directions differ by noise
constexpr std::int64_t rowsAtOnce = 256;

/** (N,C): the rows, by direction, along those in which they differ most; C ≥ 2. */
torch::Tensor principalComponents(const cv::Mat& rows)
{
    auto x = torch::nn::functional::normalize(asTensor(rows));
    x = x - x.mean(0, /*keepdim=*/true);
    if (x.size(1) < 2)
        x = torch::constant_pad_nd(x, {0, 2 - x.size(1)});
    const auto vectors = std::get<1>(torch::linalg_eigh(torch::matmul(x.t(), x).to(torch::kFloat64), "L"));
    const auto count = std::min(mostComponents, x.size(1));
    auto axes = vectors.narrow(1, vectors.size(1) - count, count).flip(1); // the largest come last
    // An axis has no sign of its own: its largest entry points up, so that a map is the same next time.
    axes = axes * axes.gather(0, axes.abs().argmax(0, /*keepdim=*/true)).sign();
    return torch::matmul(x, axes.to(torch::kFloat32)).contiguous();
}

/** The nearest other rows of each row. */
Result<NeighbourGraph> neighbourGraph(const torch::Tensor& points, std::int64_t neighbours,
                                      JobContext& context)
{
    NeighbourGraph graph;
    graph.neighbours = static_cast<int>(std::min(neighbours, points.size(0) - 1));
    for (std::int64_t from = 0; from < points.size(0); from += rowsAtOnce) {
        NAKAMA_CHECK(context.checkpoint());
        context.progress(from, points.size(0), "finding neighbours");
        const auto block = points.narrow(0, from, std::min(rowsAtOnce, points.size(0) - from));
        auto distances = torch::cdist(block, points);
        distances.diagonal(from).fill_(std::numeric_limits<float>::infinity()); // not itself
        const auto [nearest, indices] = distances.topk(graph.neighbours, 1, /*largest=*/false);
        const auto flat = nearest.contiguous();
        const auto which = indices.to(torch::kInt32).contiguous();
        graph.distances.insert(graph.distances.end(), flat.data_ptr<float>(),
                               flat.data_ptr<float>() + flat.numel());
        graph.indices.insert(graph.indices.end(), which.data_ptr<int>(),
                             which.data_ptr<int>() + which.numel());
    }
    return graph;
}

} // namespace

Result<std::vector<cv::Point2f>> projectRows(const cv::Mat& rows, const ProjectionParams& params,
                                             JobContext& context)
{
    if (rows.empty() || rows.type() != CV_32F)
        return fail(ErrorCode::InvalidArgument, "there are no features to make a map of");
    const torch::InferenceMode guard;
    context.progress(0, 0, "finding the main directions");
    const auto components = principalComponents(rows);
    const auto plane = components.narrow(1, 0, 2).contiguous();
    std::vector<LayoutPoint> points;
    for (std::int64_t row = 0; row < plane.size(0); ++row)
        points.push_back({plane[row][0].item<float>(), plane[row][1].item<float>()});
    if (params.method == ProjectionMethod::Neighbours && rows.rows > 2) {
        NAKAMA_TRY(const auto graph, neighbourGraph(components, params.neighbours, context));
        NAKAMA_TRY(points, layOut(graph, std::move(points), params.seed, context));
    }
    std::vector<cv::Point2f> answer;
    for (const auto& point : points)
        answer.emplace_back(point.x, point.y);
    return answer;
}

} // namespace nakama
