#include "core/workflow/predict_job.h"

#include "core/imaging/preprocessing.h"

#include <algorithm>
#include <future>
#include <numeric>
#include <optional>

namespace nakama
{

namespace
{

/** A question whose picture has been read and shrunk. */
struct ReadPicture
{
    PictureQuestion question;
    Result<cv::Mat> shrunk;
};

/** Reads the next picture on a thread of its own; nothing where none waits. */
std::future<ReadPicture> readNext(PictureQueue& pictures, const ResizeRule& rule)
{
    auto question = pictures.take();
    if (!question)
        return {};
    return std::async(std::launch::async, [question = std::move(*question), rule]() mutable {
        auto shrunk = question.rgb.empty() ? decodeShrunkFile(question.file, rule)
                                           : Result<cv::Mat>(shrink(question.rgb, rule));
        question.rgb.release();
        return ReadPicture{std::move(question), std::move(shrunk)};
    });
}

void say(PictureAnswer& answer, std::vector<float> logits, const std::vector<std::string>& classes)
{
    Prediction prediction;
    prediction.logits = std::move(logits);
    const auto probabilities = prediction.probabilities();
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t k) { return probabilities[k]; });
    for (const auto index : order)
        answer.top.emplace_back(classes[index], probabilities[index]);
    answer.verdict = answer.top.front().second >= 0.5 ? answer.top.front().first : "unsure";
}

} // namespace

PredictJob::PredictJob(std::shared_ptr<LoadedModel> model, std::shared_ptr<PictureQueue> pictures,
                       PredictObserver observer)
    : m_model(std::move(model)), m_pictures(std::move(pictures)), m_observer(std::move(observer))
{
}

Result<void> PredictJob::run(JobContext& context)
{
    CheckpointInfo model;
    NAKAMA_CHECK(m_model->use([&](Classifier& classifier) -> Result<void> {
        model = classifier.info();
        return {};
    }));
    if (m_observer.loaded)
        m_observer.loaded(model);
    std::int64_t done = 0;
    const auto progress = [&] {
        const auto known = static_cast<std::int64_t>(m_pictures->added());
        context.progress(done, std::max(known, done), "predicting");
    };
    auto next = readNext(*m_pictures, model.preprocessing.resize);
    for (; next.valid(); ++done) {
        NAKAMA_CHECK(context.checkpoint());
        progress();
        auto picture = next.get();
        next = readNext(*m_pictures, model.preprocessing.resize);
        PictureAnswer answer{picture.question.id, picture.question.file, {}, {}, {}};
        if (picture.shrunk) {
            std::vector<float> logits;
            NAKAMA_CHECK(m_model->use([&](Classifier& classifier) -> Result<void> {
                NAKAMA_TRY(logits, classifier.logits(*picture.shrunk));
                return {};
            }));
            say(answer, std::move(logits), model.classes);
        } else {
            answer.problem = picture.shrunk.error().message;
        }
        if (m_observer.answered)
            m_observer.answered(std::move(answer));
    }
    progress();
    return {};
}

} // namespace nakama
