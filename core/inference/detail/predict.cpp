#include "core/inference/detail/predict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace nakama
{

namespace
{

Result<EvaluationAnswer> predictTiles(Predictor& predictor, PictureSource& source, int crop,
                                      const TileMaker& tile, const std::vector<std::string>& classes,
                                      int loaderThreads, const JobContext& context,
                                      const std::function<void(std::size_t)>& onPictures)
{
    BatchFeed feed(source, inOrder(static_cast<int>(source.pictures().size()), predictor.block()), crop, tile,
                   loaderThreads);
    std::vector<int> positions;
    std::vector<std::vector<float>> logits;
    while (true) {
        NAKAMA_TRY(const Batch* batch, feed.next(context));
        if (!batch)
            break;
        std::ranges::copy(batch->positions, std::back_inserter(positions));
        std::ranges::move(predictor.logits(batch->inputs), std::back_inserter(logits));
        if (onPictures)
            onPictures(positions.size());
    }
    return answerFor(source, classes, positions, std::move(logits));
}

TileMaker viewTileMaker(const Preprocessing& preprocessing, const TestView& view)
{
    return [preprocessing, view](const cv::Mat& shrunk, int, float* out) {
        normaliseInto(testCrop(shrunk, preprocessing, view), preprocessing, out);
    };
}

} // namespace

Result<EvaluationAnswer> predictPictures(Predictor& predictor, PictureSource& source,
                                         const Preprocessing& preprocessing,
                                         const std::vector<std::string>& classes, int loaderThreads,
                                         const JobContext& context,
                                         const std::function<void(std::size_t)>& onPictures)
{
    return predictTiles(predictor, source, preprocessing.crop, evaluationTileMaker(preprocessing), classes,
                        loaderThreads, context, onPictures);
}

Result<EvaluationAnswer> predictViews(Predictor& predictor, PictureSource& source,
                                      const Preprocessing& preprocessing,
                                      const std::vector<std::string>& classes, TestViews views,
                                      int loaderThreads, const JobContext& context,
                                      const std::function<void(std::size_t)>& onPictures)
{
    if (views == TestViews::Plain)
        return predictPictures(predictor, source, preprocessing, classes, loaderThreads, context, onPictures);
    const auto all = viewsOf(views);
    std::vector<std::vector<double>> sums; // of probabilities, a row each
    EvaluationAnswer answer;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto told = [&](std::size_t done) {
            if (onPictures)
                onPictures(i * source.pictures().size() + done);
        };
        NAKAMA_TRY(answer,
                   predictTiles(predictor, source, preprocessing.crop, viewTileMaker(preprocessing, all[i]),
                                classes, loaderThreads, context, told));
        sums.resize(answer.table.rows.size(), std::vector<double>(classes.size(), 0));
        for (std::size_t row = 0; row < sums.size(); ++row)
            std::ranges::transform(sums[row], answer.table.rows[row].probabilities(), sums[row].begin(),
                                   std::plus{});
    }
    for (std::size_t row = 0; row < sums.size(); ++row)
        std::ranges::transform(sums[row], answer.table.rows[row].logits.begin(), [&](double sum) {
            return static_cast<float>(std::log(std::max(sum / static_cast<double>(all.size()), 1e-37)));
        });
    return answer;
}

TileMaker evaluationTileMaker(const Preprocessing& preprocessing)
{
    return [preprocessing](const cv::Mat& shrunk, int, float* out) {
        normaliseInto(evaluationCrop(shrunk, preprocessing), preprocessing, out);
    };
}

Result<EvaluationAnswer> answerFor(const PictureSource& source, const std::vector<std::string>& classes,
                                   const std::vector<int>& positions, std::vector<std::vector<float>> logits)
{
    EvaluationAnswer answer;
    answer.table.classes = classes;
    answer.skipped = source.skipped();
    if (positions.empty())
        return fail(nothingReadable("given", answer.skipped));
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const auto& picture = source.pictures()[static_cast<std::size_t>(positions[i])];
        answer.table.rows.push_back({picture.sha256, picture.name, picture.label, std::move(logits[i])});
    }
    return answer;
}

Error nothingReadable(std::string_view what, const std::vector<SkippedPicture>& skipped)
{
    if (skipped.empty())
        return {ErrorCode::InvalidArgument, fmt::format("there are no {} pictures", what), {}};
    return {ErrorCode::CorruptData,
            fmt::format("none of the {} {} pictures could be read; the first: {}", skipped.size(), what,
                        skipped.front().reason),
            skipped.front().file.string()};
}

} // namespace nakama
