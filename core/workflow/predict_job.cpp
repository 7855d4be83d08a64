#include "core/workflow/predict_job.h"

#include "core/imaging/preprocessing.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace nakama
{

namespace
{

std::vector<std::filesystem::path> filesBelow(const std::vector<std::filesystem::path>& paths)
{
    std::vector<std::filesystem::path> files;
    for (const auto& path : paths) {
        std::error_code error;
        if (!std::filesystem::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        const auto first = files.size();
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path, error))
            if (entry.is_regular_file(error))
                files.push_back(entry.path());
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
    }
    return files;
}

FilePrediction predictionFrom(const std::filesystem::path& file, std::vector<float> logits,
                              const std::vector<std::string>& classes, int top)
{
    Prediction answer;
    answer.logits = std::move(logits);
    const auto probabilities = answer.probabilities();
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
    order.resize(std::min(order.size(), static_cast<std::size_t>(std::max(top, 1))));

    FilePrediction prediction;
    prediction.file = file;
    for (const auto index : order)
        prediction.top.emplace_back(classes[index], probabilities[index]);
    prediction.verdict = prediction.top.front().second >= 0.5 ? prediction.top.front().first : "unsure";
    return prediction;
}

} // namespace

PredictJob::PredictJob(Engine& engine, std::filesystem::path checkpoint,
                       std::vector<std::filesystem::path> files, int top, std::string device)
    : m_engine(engine), m_checkpoint(std::move(checkpoint)), m_files(std::move(files)), m_top(top),
      m_device(std::move(device))
{
}

Result<void> PredictJob::run(JobContext& context)
{
    NAKAMA_TRY(const auto classifier, m_engine.loadClassifier(m_checkpoint, m_device));
    const auto files = filesBelow(m_files);
    const auto total = static_cast<std::int64_t>(files.size());
    for (std::int64_t i = 0; i < total; ++i) {
        NAKAMA_CHECK(context.checkpoint());
        context.progress(i, total, "predicting");
        const auto& file = files[static_cast<std::size_t>(i)];
        const auto rgb = decodeShrunkFile(file, classifier->info().preprocessing.resize);
        if (!rgb) {
            m_skipped.push_back({file, rgb.error().message});
            continue;
        }
        NAKAMA_TRY(auto logits, classifier->logits(*rgb));
        m_predictions.push_back(predictionFrom(file, std::move(logits), classifier->info().classes, m_top));
    }
    context.progress(total, total, "predicting");
    if (!m_predictions.empty())
        return {};
    if (m_skipped.empty())
        return fail(ErrorCode::InvalidArgument,
                    "there is no file to predict; name pictures or a folder with pictures");
    return fail(ErrorCode::CorruptData,
                fmt::format("none of the {} files could be read; the first: {}", m_skipped.size(),
                            m_skipped.front().reason),
                m_skipped.front().file.string());
}

} // namespace nakama
