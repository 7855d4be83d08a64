#include "core/inference/detail/nearest.h"

#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr std::int64_t queriesAtOnce = 256; // times 50,000 rows is 50 MB

torch::Tensor directions(const cv::Mat& rows)
{
    return torch::nn::functional::normalize(asTensor(rows));
}

} // namespace

torch::Tensor asTensor(const cv::Mat& rows)
{
    return torch::from_blob(rows.data, {rows.rows, rows.cols});
}

Result<std::vector<std::vector<Neighbour>>> nearestRows(const cv::Mat& rows, const cv::Mat& queries,
                                                        int count, const JobContext& context)
{
    if (rows.cols != queries.cols || rows.type() != CV_32F || queries.type() != CV_32F)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("features of width {} and {} cannot be compared; compute both with one model",
                                rows.cols, queries.cols));
    const torch::InferenceMode guard;
    const auto all = directions(rows).t();
    const auto asked = directions(queries);
    const auto wanted = std::min<std::int64_t>(count, rows.rows);
    std::vector<std::vector<Neighbour>> answers;
    for (const auto& block : asked.split(queriesAtOnce)) {
        NAKAMA_CHECK(context.checkpoint());
        const auto [cosines, indices] = torch::matmul(block, all).topk(wanted);
        const auto cosine = cosines.accessor<float, 2>();
        const auto index = indices.accessor<std::int64_t, 2>();
        for (std::int64_t query = 0; query < block.size(0); ++query) {
            auto& near = answers.emplace_back();
            for (std::int64_t i = 0; i < wanted; ++i)
                near.push_back({static_cast<int>(index[query][i]), cosine[query][i]});
        }
    }
    return answers;
}

} // namespace nakama
