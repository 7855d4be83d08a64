#pragma once

#include "core/danbooru/collect_job.h"
#include "ui/viewmodels/session.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace nakama
{

struct CollectFeed;

/** What a look ahead found that a start would bring. */
struct CollectEstimate
{
    std::int64_t pictures = 0;
    std::int64_t bytes = 0;
    std::int64_t freeBytes = 0; ///< on the disk of the workspace
};

/**
 * The one collecting that the window follows: looks what would come, starts, pauses, goes on and cancels, and
 * carries what arrives from the job's thread to the window at most twenty times a second. A pause ends the
 * job, which leaves nothing half done, so that no request goes out until it goes on.
 */
class CollectController : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Looking, Collecting, Pausing, Paused, Stopping };
    static constexpr std::size_t picturesKept = 240;

    explicit CollectController(Session& session, QObject* parent = nullptr);
    ~CollectController() override;

    // Both need a workspace and State::Idle.
    void look(CollectParams params);
    void start(CollectParams params);

    void pause();
    /** Goes on where it was paused, with the same settings, as whoever the client says. */
    void resume(const ClientParams& client);
    /** Ends looking and collecting; what has been collected stays. */
    void cancel();

    /** Stores what a class is searched by; refused() follows where that fails. */
    void setTags(int classIndex, const QString& tags);

    State state() const { return m_state; }
    bool isBusy() const { return m_state != State::Idle && m_state != State::Paused; }
    /** Of what goes on, or of the last. */
    JobId job() const { return m_job; }
    /** Without credentials, which nothing keeps but the account. */
    const CollectParams& params() const { return m_params; }
    /** How each class stood when it was last heard of, by its index. */
    const std::map<int, CollectedClass>& classes() const { return m_classes; }
    /** The class that was heard of last; −1 for none. */
    int currentClass() const { return m_currentClass; }
    /** What could not be had, the latest last. */
    const std::vector<CollectFailure>& failures() const { return m_failures; }
    /** The last picturesKept of this session, the newest first. */
    const std::deque<CollectedPicture>& pictures() const { return m_pictures; }
    /** Of the last look ahead, until something is started or forgetEstimate() says that it is out of date. */
    const std::optional<CollectEstimate>& estimate() const { return m_estimate; }
    void forgetEstimate();
    /** How the last look or collecting ended; nothing while one goes on and before the first. */
    const std::optional<JobState>& ending() const { return m_ending; }
    /** The same in words; empty where there is nothing to say. */
    const QString& outcome() const { return m_outcome; }

Q_SIGNALS:
    /** State, estimate or outcome changed. */
    void stateChanged();
    void classesChanged();
    /** Newest first. */
    void picturesArrived(const std::vector<nakama::CollectedPicture>& pictures);
    void failuresChanged();
    void refused(const QString& message);

private:
    void begin(CollectParams params, State state);
    void drain();
    void end(const CollectJob& job, const JobOutcome& outcome);
    void take(const CollectedClass& figures);
    void takeReport(const CollectReport& report);
    void reset();
    void setState(State state);
    QString outcomeText(const JobOutcome& outcome) const;

    Session& m_session;
    State m_state = State::Idle;
    CollectParams m_params;
    JobId m_job = 0;
    std::shared_ptr<CollectFeed> m_feed;
    std::map<int, CollectedClass> m_classes;
    int m_currentClass = -1;
    std::vector<CollectFailure> m_failures;
    std::deque<CollectedPicture> m_pictures;
    std::optional<CollectEstimate> m_estimate;
    std::optional<JobState> m_ending;
    QString m_outcome;
    QTimer m_drainTimer;
};

} // namespace nakama
