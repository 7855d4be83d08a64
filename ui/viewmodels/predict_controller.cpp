#include "ui/viewmodels/predict_controller.h"

#include "core/imaging/decode.h"
#include "core/imaging/heat_overlay.h"
#include "ui/viewmodels/convert.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <span>
#include <utility>

namespace nakama
{

using namespace std::chrono_literals;

/** Where the job's thread leaves answers until the window's thread takes them. */
struct AnswerFeed
{
    std::mutex mutex;
    std::optional<AnsweringModel> loaded;
    std::vector<PictureAnswer> answers;
};

namespace
{

JobOptions quietly()
{
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.scope = JobScope::Program;
    return options;
}

cv::Mat partOf(const cv::Mat& rgb, const QRectF& part)
{
    const QRectF scaled(part.x() * rgb.cols, part.y() * rgb.rows, part.width() * rgb.cols,
                        part.height() * rgb.rows);
    const QRect inside = scaled.toAlignedRect() & QRect(0, 0, rgb.cols, rgb.rows);
    return rgb(cv::Rect(inside.x(), inside.y(), inside.width(), inside.height())).clone();
}

} // namespace

std::string runOf(const AskedModel& model)
{
    return model.checkpoint.parent_path().parent_path().filename().string(); // runs/ID/checkpoints/best…
}

AskedModel askedModel(AskedModel::Kind kind, const std::filesystem::path& checkpoint, const QString& title)
{
    const auto timeOf = [](const std::filesystem::path& file) {
        std::error_code missing;
        const auto time = std::filesystem::last_write_time(file, missing);
        return missing ? std::filesystem::file_time_type() : time;
    };
    return {kind, checkpoint, title, timeOf(checkpoint), timeOf(openSetRuleBeside(checkpoint))};
}

PredictController::PredictController(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_queue(std::make_shared<PictureQueue>())
{
    m_drainTimer.setInterval(50ms);
    connect(&m_drainTimer, &QTimer::timeout, this, &PredictController::drain);
    connect(&session, &Session::engineReady, this, &PredictController::work);
    connect(&session, &Session::engineFailed, this, &PredictController::setProblem);
}

PredictController::~PredictController() = default;

void PredictController::setModel(const std::optional<AskedModel>& model)
{
    const bool sameChoice = model && m_model && model->isSameChoice(*m_model);
    if ((!model && !m_model) || (sameChoice && model->answersAs(*m_model))) {
        m_model = model; // its title may be another one
        return;
    }
    stop();
    m_loaded.reset();
    m_model = model;
    if (!sameChoice) {
        m_answering.reset();
        m_pictures.forgetAnswers();
    }
    setProblem({});
    Q_EMIT modelChanged();
    m_queue->add(allQuestions());
    work();
}

std::vector<PictureQuestion> PredictController::allQuestions() const
{
    std::vector<PictureQuestion> questions;
    for (const auto& picture : m_pictures.pictures())
        questions.push_back(
            {picture.id, picture.file, picture.pixels.isNull() ? cv::Mat() : fromQImage(picture.pixels)});
    return questions;
}

void PredictController::ask(const std::vector<std::filesystem::path>& paths)
{
    using Files = std::vector<std::filesystem::path>;
    ++m_listing;
    m_session.jobs().start(
        std::make_shared<Task<Files>>("list pictures",
                                      [paths](JobContext&) -> Result<Files> { return filesBelow(paths); }),
        quietly(), this, [this](Task<Files>& task, const JobOutcome&) {
            --m_listing;
            const auto files = task.value().value_or(Files());
            if (files.empty())
                setProblem(tr("There is no file in what was opened or dropped."));
            addFiles(files);
        });
    Q_EMIT stateChanged();
}

void PredictController::addFiles(const std::vector<std::filesystem::path>& files)
{
    std::vector<PictureToAsk> pictures;
    std::vector<PictureQuestion> questions;
    for (const auto& file : files) {
        const auto id = m_nextId++;
        pictures.push_back({id, file, {}, toQString(file.filename()), false, {}});
        questions.push_back({id, file, {}});
    }
    add(std::move(pictures), std::move(questions));
}

void PredictController::ask(const QImage& pixels, const QString& name)
{
    if (pixels.isNull())
        return;
    const auto id = m_nextId++;
    add({{id, {}, pixels, name, false, {}}}, {{id, {}, fromQImage(pixels)}});
}

void PredictController::askPart(std::int64_t id, const QRectF& part)
{
    const auto* const picture = m_pictures.find(id);
    if (!picture)
        return;
    const QString name = tr("part of %1").arg(picture->name);
    if (picture->file.empty()) {
        const QRectF box(part.x() * picture->pixels.width(), part.y() * picture->pixels.height(),
                         part.width() * picture->pixels.width(), part.height() * picture->pixels.height());
        ask(picture->pixels.copy(box.toAlignedRect() & picture->pixels.rect()), name);
        return;
    }
    askAbout(
        [file = picture->file, part](JobContext&) -> Result<QImage> {
            NAKAMA_TRY(const auto rgb, decodeImageFile(file));
            return toQImage(partOf(rgb, part));
        },
        name);
}

void PredictController::ask(const DroppedPictures& dropped, const QString& name)
{
    if (!dropped.files.empty())
        ask(dropped.files);
    else if (!dropped.pixels.isNull())
        ask(dropped.pixels, name);
    else if (!dropped.encoded.isEmpty())
        askAbout(
            [encoded = dropped.encoded, shown = toStdString(name)](JobContext&) -> Result<QImage> {
                const auto bytes =
                    std::as_bytes(std::span(encoded.constData(), static_cast<std::size_t>(encoded.size())));
                NAKAMA_TRY(const auto rgb, decodeImage(bytes, shown));
                return toQImage(rgb);
            },
            name);
}

void PredictController::askAbout(std::function<Result<QImage>(JobContext&)> make, const QString& name)
{
    ++m_listing;
    m_session.jobs().start(std::make_shared<Task<QImage>>("take a picture", std::move(make)), quietly(), this,
                           [this, name](Task<QImage>& task, const JobOutcome& outcome) {
                               --m_listing;
                               if (task.value())
                                   ask(*task.value(), name);
                               else
                                   setProblem(errorText(outcome.error));
                           });
}

void PredictController::add(std::vector<PictureToAsk> pictures, std::vector<PictureQuestion> questions)
{
    if (!pictures.empty()) {
        m_problem.clear(); // of an earlier wish
        const auto first = pictures.front().id;
        const auto count = static_cast<int>(pictures.size());
        m_pictures.add(std::move(pictures));
        if (count == 1)
            m_queue->addFirst(std::move(questions.front()));
        else
            m_queue->add(std::move(questions));
        Q_EMIT asked(first, count);
    }
    work();
}

/** One job answers all that waits; it ends when nothing does. */
void PredictController::work()
{
    if (m_job || !m_model || !m_session.engine() || m_queue->empty()) {
        Q_EMIT stateChanged();
        return;
    }
    if (!m_loaded)
        m_loaded = std::make_shared<LoadedModel>(*m_session.engine(), m_model->checkpoint);
    m_feed = std::make_shared<AnswerFeed>();
    JobOptions options;
    options.lane = JobLane::Cpu; // answers do not wait for a training
    options.visibility = JobVisibility::Hidden;
    options.scope = JobScope::Program;
    options.title = tr("Predict");
    PredictObserver observer;
    observer.loaded = [feed = m_feed](const AnsweringModel& model) {
        const std::scoped_lock lock(feed->mutex);
        feed->loaded = model;
    };
    observer.answered = [feed = m_feed](PictureAnswer answer) {
        const std::scoped_lock lock(feed->mutex);
        feed->answers.push_back(std::move(answer));
    };
    m_drainTimer.start();
    m_job =
        m_session.jobs().start(std::make_shared<PredictJob>(m_loaded, m_queue, std::move(observer)), options,
                               this, [this, feed = m_feed](PredictJob&, const JobOutcome& outcome) {
                                   if (feed == m_feed) // else it was stopped, and another one may run
                                       end(outcome);
                               });
    Q_EMIT stateChanged();
}

void PredictController::drain()
{
    if (!m_feed)
        return;
    std::vector<PictureAnswer> answers;
    {
        const std::scoped_lock lock(m_feed->mutex);
        answers.swap(m_feed->answers);
        if (m_feed->loaded)
            m_answering = std::exchange(m_feed->loaded, std::nullopt);
    }
    for (auto& answer : answers)
        m_pictures.setAnswer(std::move(answer));
    if (!answers.empty())
        Q_EMIT stateChanged();
}

void PredictController::end(const JobOutcome& outcome)
{
    drain();
    m_drainTimer.stop();
    m_feed.reset();
    m_job.reset();
    if (outcome.state != JobState::Succeeded)
        m_queue->clear();
    if (outcome.state == JobState::Failed)
        setProblem(errorText(outcome.error));
    work(); // what was added in the meantime
}

void PredictController::stop()
{
    m_queue = std::make_shared<PictureQueue>(); // the job that ends may still be taking from the old one
    if (m_job)
        m_session.jobs().cancel(*m_job);
    drain();
    m_feed.reset();
    m_job.reset();
    m_drainTimer.stop();
    Q_EMIT stateChanged();
}

void PredictController::clear()
{
    stop();
    m_pictures.clear();
    setProblem({});
}

void PredictController::setProblem(const QString& problem)
{
    m_problem = problem;
    Q_EMIT stateChanged();
}

void PredictController::explain(std::int64_t id, int rank)
{
    const auto* const picture = m_pictures.find(id);
    if (!picture || !m_loaded || !m_answering || picture->answer.top.size() <= static_cast<std::size_t>(rank))
        return;
    const auto& name = picture->answer.top[static_cast<std::size_t>(rank)].first;
    const auto& classes = m_answering->info.classes;
    const auto classIndex = static_cast<int>(std::ranges::find(classes, name) - classes.begin());
    auto work = [model = m_loaded, info = m_answering->info, file = picture->file, pixels = picture->pixels,
                 classIndex](JobContext&) -> Result<QImage> {
        cv::Mat rgb = pixels.isNull() ? cv::Mat() : fromQImage(pixels);
        if (rgb.empty()) {
            NAKAMA_TRY(rgb, decodeShrunkFile(file, info.preprocessing.resize));
        } else {
            rgb = shrink(rgb, info.preprocessing.resize);
        }
        QImage overlay;
        NAKAMA_CHECK(model->use([&](Classifier& classifier) -> Result<void> {
            NAKAMA_TRY(const auto explanation, classifier.explain(rgb, classIndex));
            overlay = toQImage(heatOverlay(rgb, explanation.map, explanation.area, 0.85));
            return {};
        }));
        return overlay;
    };
    auto options = quietly();
    options.replaces = QStringLiteral("explain a prediction");
    m_session.jobs().start(std::make_shared<Task<QImage>>("explain", std::move(work)), options, this,
                           [this, id](Task<QImage>& task, const JobOutcome& outcome) {
                               if (task.value())
                                   Q_EMIT explained(id, *task.value());
                               else if (outcome.state == JobState::Failed)
                                   setProblem(errorText(outcome.error));
                           });
}

std::vector<PictureAnswer> PredictController::fileAnswers() const
{
    std::vector<PictureAnswer> answers;
    for (const auto& picture : m_pictures.pictures())
        if (picture.answered && !picture.file.empty())
            answers.push_back(picture.answer);
    return answers;
}

std::vector<PictureAnswer> PredictController::answers() const
{
    std::vector<PictureAnswer> answers;
    for (const auto& picture : m_pictures.pictures()) {
        if (!picture.answered)
            continue;
        answers.push_back(picture.answer);
        if (picture.file.empty())
            answers.back().file = toPath(picture.name);
    }
    return answers;
}

} // namespace nakama
