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

constexpr int refreshAfterMs = 1500;

struct OpenedPage
{
    std::int64_t annotator = 0;
    LabelPage page;
};

Result<OpenedPage> readPage(const Workspace& workspace, Catalogue& catalogue, LabelSet set,
                            const std::string& annotator)
{
    AnswerStore store(catalogue);
    OpenedPage opened;
    auto& page = opened.page;
    if (!annotator.empty()) {
        NAKAMA_TRY(const auto known, store.annotator(annotator));
        opened.annotator = known.id;
    }
    NAKAMA_TRY(page.annotators, store.annotators());
    NAKAMA_TRY(page.classes, catalogue.classes());
    NAKAMA_TRY(page.keys, LabelKeys::load(workspace, page.classes));
    NAKAMA_TRY(auto images, catalogue.images());
    NAKAMA_TRY(const auto answers, store.answers());
    const auto pool = set == LabelSet::Unlabelled ? Pool::Pool : Pool::TrueTest;
    page.hasPictures = std::any_of(images.begin(), images.end(),
                                   [&](const ImageRecord& image) { return image.pool == pool; });
    if (annotator.empty())
        return opened;
    page.queue = labelQueue(images, answers, {set, opened.annotator});
    std::map<std::int64_t, ImageRecord> all;
    for (auto& image : images)
        all.emplace(image.id, std::move(image));
    for (const auto& picture : page.queue)
        page.images.insert(all.extract(picture.imageId));
    if (set == LabelSet::Conflicts)
        for (const auto& record : answers)
            if (record.annotator != settlingAnnotator && record.pass == AnswerPass::First &&
                page.images.contains(record.imageId))
                page.others[record.imageId].push_back(record);
    return opened;
}

/** A stroke that was taken back, and what the picture's answer is now. */
struct Undone
{
    std::optional<AnswerRecord> stroke;
    Answer answer;
};

Result<Undone> undoLatest(Catalogue& catalogue, std::int64_t annotator)
{
    Undone undone;
    NAKAMA_TRY(undone.stroke, undoAnswer(catalogue, annotator));
    if (!undone.stroke)
        return undone;
    NAKAMA_TRY(const auto answers, AnswerStore(catalogue).answersOf(undone.stroke->imageId));
    for (const auto& record : answers)
        if (record.annotator == annotator && record.pass == undone.stroke->pass)
            undone.answer = record.answer;
    return undone;
}

} // namespace

LabelController::LabelController(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshAfterMs);
    connect(&m_refresh, &QTimer::timeout, &session, &Session::refresh);
    connect(&session, &Session::workspaceChanged, this, [this] {
        m_strokes.clear();
        m_busy = false;
        m_refresh.stop();
        m_page = {};
        m_place = 0;
        m_annotatorId = 0;
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
        m_set = set;
        m_annotator = annotator;
        run<OpenedPage>([workspace = m_session.workspace(), set, name = toStdString(annotator)](
                            Catalogue& catalogue) { return readPage(workspace, catalogue, set, name); },
                        [this](OpenedPage& opened) {
                            m_annotatorId = opened.annotator;
                            m_page = std::move(opened.page);
                            m_place = nextOpen(m_page.queue, 0);
                        });
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
        [author = authorOf(m_set, m_annotatorId), pass = passOf(m_set), imageId,
         answer](Catalogue& catalogue) -> Result<bool> {
            NAKAMA_CHECK(recordAnswer(catalogue, author, imageId, pass, answer));
            return true;
        },
        [this, imageId, answer, goOn](bool&) {
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
    Q_EMIT m_session.picturesChanged({imageId});
    m_refresh.start();
}

void LabelController::undo()
{
    enqueue([this] {
        if (m_annotatorId == 0)
            return;
        run<Undone>([author = authorOf(m_set, m_annotatorId)](
                        Catalogue& catalogue) { return undoLatest(catalogue, author); },
                    [this](Undone& undone) {
                        if (!undone.stroke)
                            return;
                        if (undone.stroke->pass == passOf(m_set))
                            takeAnswer(undone.stroke->imageId, undone.answer);
                        goTo(undone.stroke->imageId);
                    });
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
