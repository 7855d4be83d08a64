#pragma once

#include "core/label/label_page.h"
#include "core/workspace/answer_store.h"
#include "ui/viewmodels/session.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace nakama
{

/**
 * Leads an annotator through a set of pictures. A stroke is shown as done, and the next picture comes, once
 * it is on the disk; strokes that come meanwhile wait for their turn and are for the picture that is current
 * then. Lives on the window's thread; reads and writes are jobs, one at a time.
 */
class LabelController : public QObject
{
    Q_OBJECT

public:
    explicit LabelController(Session& session, QObject* parent = nullptr);

    /** The annotator of this name, who may be new, goes on with a set. */
    void open(LabelSet set, const QString& annotator);
    LabelSet set() const { return m_set; }
    const QString& annotator() const { return m_annotator; }

    const LabelPage& page() const { return m_page; }
    /** The current picture; null where the queue is empty, or done until somebody goes back. */
    const QueuedPicture* current() const;
    const ImageRecord* currentImage() const;
    /** There were pictures, and each is answered: somebody may go back, or take answers back. */
    bool isDone() const { return !m_page.queue.empty() && !current(); }
    std::size_t place() const { return m_place; }
    int answered() const;
    int skipped() const;

    // Strokes. The note that the picture has stays with another answer.
    void answer(AnswerKind kind, int classIndex = -1);
    /** The class that this finds for the picture whose turn it is; nothing where it finds none. */
    void answerWith(std::function<std::optional<int>(const ImageRecord&)> classOf);
    void setNote(const QString& note);
    /** Takes the latest stroke in this set back, whenever it was made, and goes to its picture. Rows that
     * were read from a table are no strokes. */
    void undo();
    /** Does again what undo() took back since this set was opened; another stroke ends that. */
    void redo();

    /** To the picture before, or the next one, in the order of the queue. */
    void back();
    void forward();

    /** Shows the least certain pictures of the unlabelled pool first (higher: less certain); empty: in the
     * order of always. The current picture stays. */
    void setUncertainty(std::map<std::int64_t, double> uncertainty);

    /** Tells other pages now which pictures were answered; they are told every few seconds anyway. */
    void tellChanges();

    /** Keeps other keys in the workspace; changed() follows, or failed(). */
    void setKeys(const LabelKeys& keys);

Q_SIGNALS:
    /** Another page, or another picture, or another answer of it. */
    void changed();
    /** The page was read; changed() follows. */
    void opened();
    /** An answer is on the disk, or taken back; changed() follows. */
    void answerChanged();
    void failed(const QString& message);

private:
    using Stroke = std::function<void()>;
    /** Does it when those before are done. */
    void enqueue(Stroke stroke);
    void startNext();
    /** Work in the background that one stroke is; then the next stroke may begin. */
    template<typename T>
    void run(std::function<Result<T>(Catalogue&)> work, std::function<void(T&)> done);
    void read(std::optional<std::int64_t> stays);
    void record(const Answer& answer, bool goOn);
    void takeAnswer(std::int64_t imageId, const Answer& answer);
    void changeStroke(std::function<Result<std::optional<AnswerRecord>>(Catalogue&)> change,
                      std::function<void(const AnswerRecord&)> done);
    StrokeScope shownStrokes() const;
    void goTo(std::int64_t imageId);

    Session& m_session;
    LabelSet m_set = LabelSet::TrueTest;
    QString m_annotator;
    LabelPage m_page;
    std::size_t m_place = 0;
    std::map<std::int64_t, double> m_uncertainty;
    std::vector<std::int64_t> m_takenBack; ///< strokes that redo() does again, the next one last
    std::deque<Stroke> m_strokes;
    bool m_busy = false;
    std::set<std::int64_t> m_untold; ///< pictures whose answers other pages have not been told of
    QTimer m_telling;
};

} // namespace nakama
