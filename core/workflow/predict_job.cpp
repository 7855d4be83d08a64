#include "core/workflow/predict_job.h"

#include "core/imaging/preprocessing.h"
#include "core/workflow/several_fit.h"

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

constexpr std::size_t mostNear = 5;

std::vector<double> probabilitiesOf(const std::vector<float>& logits, double temperature)
{
    Prediction prediction;
    prediction.logits = logits;
    for (auto& logit : prediction.logits)
        logit = static_cast<float>(logit / temperature);
    return prediction.probabilities();
}

/** The verdict where there is a rule, which may ask the model more. */
Result<void> judge(PictureAnswer& answer, Classifier& classifier, const cv::Mat& shrunk,
                   const FittedOpenSet& openSet, const std::vector<double>& probabilities)
{
    const auto& classes = classifier.info().classes;
    const auto& rule = openSet.rule;
    NAKAMA_TRY(const auto features, classifier.features(shrunk));
    const auto near = openSet.training.nearest(features, mostNear);
    for (const auto& one : near)
        answer.near.push_back({openSet.pictures[one.row], one.cosine});
    if (rule.several) {
        const auto* const several = &*rule.several;
        NAKAMA_TRY(const auto scores,
                   askHalves(classifier, shrunk, probabilities, rule.temperature, several));
        if (scores && several->calls(*scores)) {
            answer.verdict = severalVerdict;
            for (const int index : scores->classes)
                answer.several.push_back(classes[static_cast<std::size_t>(index)]);
            return {};
        }
    }
    if (rule.refuses({answer.top.front().second, near.empty() ? -1 : near.front().cosine}))
        answer.verdict = noneVerdict;
    return {};
}

Result<void> fill(PictureAnswer& answer, Classifier& classifier, const cv::Mat& shrunk,
                  const std::optional<FittedOpenSet>& openSet)
{
    NAKAMA_TRY(answer.logits, classifier.logits(shrunk));
    const auto probabilities = probabilitiesOf(answer.logits, openSet ? openSet->rule.temperature : 1);
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t k) { return probabilities[k]; });
    for (const auto index : order)
        answer.top.emplace_back(classifier.info().classes[index], probabilities[index]);
    const auto& [name, probability] = answer.top.front();
    answer.verdict = probability >= 0.5 ? name : unsureVerdict;
    return openSet ? judge(answer, classifier, shrunk, *openSet, probabilities) : Result<void>();
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
        PictureAnswer answer;
        answer.id = picture.question.id;
        answer.file = picture.question.file;
        if (picture.shrunk)
            NAKAMA_CHECK(m_model->use([&](Classifier& classifier) {
                return fill(answer, classifier, *picture.shrunk, model.openSet);
            }));
        else
            answer.problem = picture.shrunk.error().message;
        if (m_observer.answered)
            m_observer.answered(std::move(answer));
    }
    progress();
    return {};
}

} // namespace nakama
