#pragma once

#include "core/label/label_keys.h"
#include "core/label/queue.h"
#include "ui/viewmodels/session.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <vector>

namespace nakama
{

/** What labelling needs of a workspace, read in one go in the background. */
struct LabelPage
{
    std::vector<Annotator> annotators;
    std::vector<ClassInfo> classes;
    LabelKeys keys;
    std::map<std::int64_t, ImageRecord> images; ///< of the queue
    std::vector<QueuedPicture> queue;
    std::map<std::int64_t, std::vector<AnswerRecord>> others; ///< in conflicts: who said what
    bool hasPictures = false;                                 ///< the set has any, for whomever
};

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
    std::size_t place() const { return m_place; }
    int answered() const;
    int skipped() const;

    // Strokes. The note that the picture has stays with another answer.
    void answer(AnswerKind kind, int classIndex = -1);
    void setNote(const QString& note);
    /** Takes the latest stroke back, whenever it was made, and goes to its picture. */
    void undo();

    /** To the picture before, or the next one, in the order of the queue. */
    void back();
    void forward();

    /** Keeps other keys in the workspace; changed() follows, or failed(). */
    void setKeys(const LabelKeys& keys);

Q_SIGNALS:
    /** Another page, or another picture, or another answer of it. */
    void changed();
    void failed(const QString& message);

private:
    using Stroke = std::function<void()>;
    /** Does it when those before are done. */
    void enqueue(Stroke stroke);
    void startNext();
    /** Work in the background that one stroke is; then the next stroke may begin. */
    template<typename T>
    void run(std::function<Result<T>(Catalogue&)> work, std::function<void(T&)> done);
    void record(const Answer& answer, bool goOn);
    void takeAnswer(std::int64_t imageId, const Answer& answer);
    void goTo(std::int64_t imageId);

    Session& m_session;
    LabelSet m_set = LabelSet::TrueTest;
    QString m_annotator;
    std::int64_t m_annotatorId = 0;
    LabelPage m_page;
    std::size_t m_place = 0;
    std::deque<Stroke> m_strokes;
    bool m_busy = false;
    QTimer m_refresh; ///< the counts of other tabs follow when the keys rest
};

} // namespace nakama
