#include "ui/viewmodels/label_controller.h"

#include "core/label/labelling.h"
#include "ui/viewmodels/convert.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace nakama
{

namespace
{

// Each telling makes other pages list all pictures anew, so it is not for each stroke.
constexpr int tellEveryMs = 3000;

/** A stroke that was taken back or put back, and what the picture's answer is now. */
struct Changed
{
    std::optional<AnswerRecord> stroke;
    Answer answer;
};

} // namespace

LabelController::LabelController(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_telling.setSingleShot(true);
    m_telling.setInterval(tellEveryMs);
    connect(&m_telling, &QTimer::timeout, this, &LabelController::tellChanges);
    connect(&session, &Session::workspaceChanged, this, [this] {
        m_strokes.clear();
        m_busy = false;
        m_telling.stop();
        m_untold.clear();
        m_takenBack.clear();
        m_uncertainty.clear();
        m_page = {};
        m_place = 0;
        Q_EMIT changed();
    });
}

template<typename T>
void LabelController::run(std::function<Result<T>(Catalogue&)> work, std::function<void(T&)> done)
{
    if (!m_session.hasWorkspace())
        return;
    m_busy = true;
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    m_session.jobs().start(
        std::make_shared<Task<T>>(
            "label",
            [workspace = m_session.workspace(), work = std::move(work)](JobContext&) -> Result<T> {
                NAKAMA_TRY(auto catalogue, workspace.catalogue());
                return work(catalogue);
            }),
        options, m_session.workspaceScope(),
        [this, self = QPointer(this), done = std::move(done)](Task<T>& job, const JobOutcome& outcome) {
            if (!self)
                return;
            m_busy = false;
            if (outcome.state == JobState::Succeeded) {
                done(*job.value());
            } else {
                m_strokes.clear(); // they were meant for what would have come
                Q_EMIT failed(errorText(outcome.error));
            }
            Q_EMIT changed();
            startNext();
        });
}

void LabelController::enqueue(Stroke stroke)
{
    m_strokes.push_back(std::move(stroke));
    startNext();
}

void LabelController::startNext()
{
    while (!m_busy && !m_strokes.empty()) {
        const auto stroke = std::move(m_strokes.front());
        m_strokes.pop_front();
        stroke();
    }
}

void LabelController::open(LabelSet set, const QString& annotator)
{
    enqueue([this, set, annotator] {
        if (set != m_set || annotator != m_annotator)
            m_takenBack.clear();
        m_set = set;
        m_annotator = annotator;
        read(std::nullopt);
    });
}

void LabelController::setUncertainty(std::map<std::int64_t, double> uncertainty)
{
    enqueue([this, uncertainty = std::move(uncertainty)] {
        m_uncertainty = uncertainty;
        if (m_set == LabelSet::Unlabelled)
            read(current() ? std::optional(current()->imageId) : std::nullopt);
    });
}

void LabelController::read(std::optional<std::int64_t> stays)
{
    run<LabelPage>([workspace = m_session.workspace(), name = toStdString(m_annotator),
                    params = QueueParams{m_set, 0, m_uncertainty}](
                       Catalogue& catalogue) { return readLabelPage(workspace, catalogue, name, params); },
                   [this, stays](LabelPage& page) {
                       m_page = std::move(page);
                       m_place = nextOpen(m_page.queue, 0);
                       // A key may be on its way to the picture that is seen; it goes first, the new order
                       // follows.
                       const auto shown =
                           std::find_if(m_page.queue.begin(), m_page.queue.end(),
                                        [&](const auto& picture) { return picture.imageId == stays; });
                       if (shown != m_page.queue.end()) {
                           std::rotate(m_page.queue.begin(), shown, std::next(shown));
                           m_place = 0;
                       }
                       Q_EMIT opened();
                   });
}

const QueuedPicture* LabelController::current() const
{
    return m_place < m_page.queue.size() ? &m_page.queue[m_place] : nullptr;
}

const ImageRecord* LabelController::currentImage() const
{
    const auto* picture = current();
    return picture ? &m_page.images.at(picture->imageId) : nullptr;
}

int LabelController::answered() const
{
    return static_cast<int>(std::count_if(m_page.queue.begin(), m_page.queue.end(),
                                          [](const auto& picture) { return picture.answer.isGiven(); }));
}

int LabelController::skipped() const
{
    return static_cast<int>(std::count_if(m_page.queue.begin(), m_page.queue.end(), [](const auto& picture) {
        return picture.answer.kind == AnswerKind::Skipped;
    }));
}

void LabelController::answer(AnswerKind kind, int classIndex)
{
    enqueue([this, kind, classIndex] {
        if (const auto* picture = current())
            record({kind, classIndex, picture->answer.note}, true);
    });
}

void LabelController::answerWith(std::function<std::optional<int>(const ImageRecord&)> classOf)
{
    enqueue([this, classOf = std::move(classOf)] {
        const auto* image = currentImage();
        if (const auto found = image ? classOf(*image) : std::nullopt)
            record({AnswerKind::Class, *found, current()->answer.note}, true);
    });
}

void LabelController::setNote(const QString& note)
{
    enqueue([this, note] {
        const auto* picture = current();
        if (!picture)
            return;
        auto answer = picture->answer;
        answer.note = toStdString(note);
        record(answer, false);
    });
}

void LabelController::record(const Answer& answer, bool goOn)
{
    const auto imageId = current()->imageId;
    run<bool>(
        [author = authorOf(m_set, m_page.annotator), pass = passOf(m_set), imageId,
         answer](Catalogue& catalogue) -> Result<bool> {
            NAKAMA_CHECK(recordAnswer(catalogue, author, imageId, pass, answer));
            return true;
        },
        [this, imageId, answer, goOn](bool&) {
            m_takenBack.clear();
            takeAnswer(imageId, answer);
            if (goOn)
                m_place = nextOpen(m_page.queue, m_place + 1);
        });
}

void LabelController::takeAnswer(std::int64_t imageId, const Answer& answer)
{
    for (auto& picture : m_page.queue)
        if (picture.imageId == imageId)
            picture.answer = answer;
    m_untold.insert(imageId);
    if (!m_telling.isActive())
        m_telling.start();
    Q_EMIT answerChanged();
}

void LabelController::tellChanges()
{
    m_telling.stop();
    if (m_untold.empty())
        return;
    const std::vector<std::int64_t> ids(m_untold.begin(), m_untold.end());
    m_untold.clear();
    Q_EMIT m_session.picturesChanged(ids);
    m_session.refresh();
}

StrokeScope LabelController::shownStrokes() const
{
    StrokeScope scope{authorOf(m_set, m_page.annotator), passOf(m_set), {}};
    for (const auto& picture : m_page.queue)
        scope.pictures.push_back(picture.imageId);
    return scope;
}

void LabelController::changeStroke(std::function<Result<std::optional<AnswerRecord>>(Catalogue&)> change,
                                   std::function<void(const AnswerRecord&)> done)
{
    const auto work = [change = std::move(change)](Catalogue& catalogue) -> Result<Changed> {
        Changed changed;
        NAKAMA_TRY(changed.stroke, change(catalogue));
        if (!changed.stroke)
            return changed;
        NAKAMA_TRY(const auto answers, AnswerStore(catalogue).answersOf(changed.stroke->imageId));
        for (const auto& record : answers)
            if (record.annotator == changed.stroke->annotator && record.pass == changed.stroke->pass)
                changed.answer = record.answer;
        return changed;
    };
    run<Changed>(work, [this, done = std::move(done)](Changed& changed) {
        if (!changed.stroke)
            return;
        done(*changed.stroke);
        takeAnswer(changed.stroke->imageId, changed.answer);
        goTo(changed.stroke->imageId);
    });
}

void LabelController::undo()
{
    enqueue([this] {
        if (m_page.annotator == 0)
            return;
        changeStroke([scope = shownStrokes()](Catalogue& catalogue) { return undoAnswer(catalogue, scope); },
                     [this](const AnswerRecord& stroke) { m_takenBack.push_back(stroke.number); });
    });
}

void LabelController::redo()
{
    enqueue([this] {
        if (m_takenBack.empty())
            return;
        changeStroke(
            [stroke = m_takenBack.back()](Catalogue& catalogue) { return redoAnswer(catalogue, stroke); },
            [](const AnswerRecord&) {});
        m_takenBack.pop_back();
    });
}

void LabelController::goTo(std::int64_t imageId)
{
    const auto found = std::find_if(m_page.queue.begin(), m_page.queue.end(),
                                    [&](const auto& picture) { return picture.imageId == imageId; });
    if (found != m_page.queue.end())
        m_place = static_cast<std::size_t>(found - m_page.queue.begin());
}

void LabelController::back()
{
    enqueue([this] {
        if (m_page.queue.empty())
            return;
        m_place = (std::min(m_place, m_page.queue.size()) + m_page.queue.size() - 1) % m_page.queue.size();
        Q_EMIT changed();
    });
}

void LabelController::forward()
{
    enqueue([this] {
        if (m_page.queue.empty())
            return;
        m_place = (m_place + 1) % m_page.queue.size();
        Q_EMIT changed();
    });
}

void LabelController::setKeys(const LabelKeys& keys)
{
    enqueue([this, keys] {
        run<LabelKeys>(
            [workspace = m_session.workspace(), keys](Catalogue& catalogue) -> Result<LabelKeys> {
                NAKAMA_TRY(const auto classes, catalogue.classes());
                NAKAMA_CHECK(keys.save(workspace, classes));
                return keys;
            },
            [this](LabelKeys& kept) { m_page.keys = kept; });
    });
}

} // namespace nakama
