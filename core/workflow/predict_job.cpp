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

/** What a model says of one picture. */
struct Said
{
    std::vector<float> logits;
    std::vector<float> features; ///< empty where nobody asks for them
};

Result<Said> ask(LoadedModel& model, const cv::Mat& shrunk, bool withFeatures)
{
    Said said;
    NAKAMA_CHECK(model.use([&](Classifier& classifier) -> Result<void> {
        NAKAMA_TRY(said.logits, classifier.logits(shrunk));
        if (withFeatures) {
            NAKAMA_TRY(said.features, classifier.features(shrunk));
        }
        return {};
    }));
    return said;
}

void fill(PictureAnswer& answer, Said said, const AnsweringModel& model)
{
    const auto& openSet = model.openSet;
    Prediction prediction;
    prediction.logits = std::move(said.logits);
    if (openSet)
        for (auto& logit : prediction.logits)
            logit = static_cast<float>(logit / openSet->rule.temperature);
    const auto probabilities = prediction.probabilities();
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t k) { return probabilities[k]; });
    for (const auto index : order)
        answer.top.emplace_back(model.info.classes[index], probabilities[index]);
    const auto& [name, probability] = answer.top.front();
    if (openSet && openSet->rule.refuses({probability, openSet->training.likenessOf(said.features)}))
        answer.verdict = noneVerdict;
    else
        answer.verdict = probability >= 0.5 ? name : unsureVerdict;
}

} // namespace

PredictJob::PredictJob(std::shared_ptr<LoadedModel> model, std::shared_ptr<PictureQueue> pictures,
                       PredictObserver observer)
    : m_model(std::move(model)), m_pictures(std::move(pictures)), m_observer(std::move(observer))
{
}

Result<void> PredictJob::run(JobContext& context)
{
    AnsweringModel model;
    NAKAMA_CHECK(m_model->use([&](Classifier& classifier) -> Result<void> {
        model.info = classifier.info();
        return {};
    }));
    model.openSet = openSetBeside(m_model->checkpoint(), model.info);
    if (m_observer.loaded)
        m_observer.loaded(model);
    std::int64_t done = 0;
    const auto progress = [&] {
        const auto known = static_cast<std::int64_t>(m_pictures->added());
        context.progress(done, std::max(known, done), "predicting");
    };
    auto next = readNext(*m_pictures, model.info.preprocessing.resize);
    for (; next.valid(); ++done) {
        NAKAMA_CHECK(context.checkpoint());
        progress();
        auto picture = next.get();
        next = readNext(*m_pictures, model.info.preprocessing.resize);
        PictureAnswer answer{picture.question.id, picture.question.file, {}, {}, {}};
        if (picture.shrunk) {
            NAKAMA_TRY(auto said, ask(*m_model, *picture.shrunk, model.openSet.has_value()));
            fill(answer, std::move(said), model);
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
