#pragma once

#include "core/workflow/train_job.h"
#include "ui/viewmodels/session.h"
#include "ui/viewmodels/training_pace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace nakama
{

struct TrainingFeed;

/**
 * The one training that the window follows: starts it, carries its steps and epochs from the training thread
 * to the window at most twenty times a second, stops it, and has the run evaluated when it ends well.
 */
class TrainingController : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Waiting, Training, Stopping, StoppingNow };

    explicit TrainingController(Session& session, QObject* parent = nullptr);
    ~TrainingController() override;

    // Both need a workspace, the engine, and State::Idle.
    void start(const TrainRequest& request);
    /** Goes on with a run that was stopped, from its last checkpoint to its planned epoch. */
    void resume(const RunDetails& run);
    /** The training ends after the batch it is at and keeps it: resumed, it goes on with the next one. */
    void stop();
    /** The training ends at once, also while it stops; it can be resumed from its last checkpoint. */
    void stopNow();

    State state() const { return m_state; }
    /** Of the training that is going on, or of the last one. */
    JobId job() const { return m_job; }
    const TrainRequest& request() const { return m_request; }
    /** With those of before, where a run is resumed. */
    const std::vector<EpochRecord>& epochs() const { return m_epochs; }
    /** Of this training since it was started or resumed, oldest first. */
    const std::vector<StepRecord>& steps() const { return m_steps; }
    const StepRecord& lastStep() const { return m_lastStep; }
    const TrainingPace& pace() const { return m_pace; }
    /** What loading the weights that it started from did; empty from scratch. Known with the first step. */
    const std::optional<LoadReport>& weights() const { return m_weights; }
    /** How the last training ended, in words; empty while one runs and before the first. */
    const QString& outcome() const { return m_outcome; }

Q_SIGNALS:
    void stateChanged();
    /** Batches since the last time, oldest first. */
    void stepped(const std::vector<nakama::StepRecord>& steps);
    void epochFinished(const nakama::EpochRecord& record);
    /** runId is empty where the run was never registered. */
    void ended(const QString& runId, nakama::JobState state);

private:
    void begin(const TrainRequest& request, std::vector<EpochRecord> before);
    void setState(State state);
    void drain();
    void end(const TrainJob& job, const JobOutcome& outcome);
    void reset();
    QString outcomeText(const JobOutcome& outcome) const;

    Session& m_session;
    State m_state = State::Idle;
    TrainRequest m_request;
    JobId m_job = 0;
    std::shared_ptr<TrainingFeed> m_feed;
    std::vector<EpochRecord> m_epochs;
    std::vector<StepRecord> m_steps;
    StepRecord m_lastStep;
    TrainingPace m_pace{0, 0};
    std::optional<LoadReport> m_weights;
    QString m_outcome;
    QElapsedTimer m_clock;
    QTimer m_drainTimer;
};

} // namespace nakama
