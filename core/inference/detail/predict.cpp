#include "core/inference/detail/predict.h"

#include "core/training/batch_feed.h"

#include <fmt/format.h>

namespace nakama
{

Result<EvaluationAnswer> predictPictures(Predictor& predictor, PictureSource& source,
                                         const Preprocessing& preprocessing,
                                         const std::vector<std::string>& classes, int loaderThreads,
                                         const JobContext& context,
                                         const std::function<void(std::size_t)>& onPictures)
{
    const auto& pictures = source.pictures();
    EvaluationAnswer answer;
    answer.table.classes = classes;
    answer.table.rows.reserve(pictures.size());

    const auto tile = [&](const cv::Mat& shrunk, int, float* out) {
        normaliseInto(evaluationCrop(shrunk, preprocessing), preprocessing, out);
    };
    BatchFeed feed(source, inOrder(static_cast<int>(pictures.size()), predictor.block()), preprocessing.crop,
                   tile, loaderThreads);
    while (true) {
        NAKAMA_TRY(const Batch* batch, feed.next(context));
        if (!batch)
            break;
        auto logits = predictor.logits(batch->pixels);
        for (std::size_t i = 0; i < batch->size(); ++i) {
            const auto& picture = pictures[static_cast<std::size_t>(batch->positions[i])];
            answer.table.rows.push_back({picture.sha256, picture.name, picture.label, std::move(logits[i])});
        }
        if (onPictures)
            onPictures(answer.table.rows.size());
    }
    answer.skipped = source.skipped();
    if (answer.table.rows.empty())
        return fail(nothingReadable("given", answer.skipped));
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
