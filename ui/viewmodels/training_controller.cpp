#include "ui/viewmodels/training_controller.h"

#include "ui/viewmodels/convert.h"

#include <chrono>
#include <mutex>
#include <utility>

namespace nakama
{

using namespace std::chrono_literals;

/** Where the training thread leaves what happened, until the window's thread takes it. */
struct TrainingFeed
{
    std::mutex mutex;
    std::optional<LoadReport> weights;
    std::vector<StepRecord> steps;
    std::vector<EpochRecord> epochs;

    TrainingObserver observer(const std::shared_ptr<TrainingFeed>& self)
    {
        TrainingObserver observer;
        observer.weights = [self](const LoadReport& report) {
            const std::lock_guard lock(self->mutex);
            self->weights = report;
        };
        observer.step = [self](const StepRecord& step) {
            const std::lock_guard lock(self->mutex);
            self->steps.push_back(step);
        };
        observer.epoch = [self](const EpochRecord& epoch) {
            const std::lock_guard lock(self->mutex);
            self->epochs.push_back(epoch);
        };
        return observer;
    }
};

TrainingController::TrainingController(Session& session, QObject* parent)
    : QObject(parent), m_session(session)
{
    m_drainTimer.setInterval(50ms);
    connect(&m_drainTimer, &QTimer::timeout, this, &TrainingController::drain);
    connect(&session, &Session::workspaceChanged, this, &TrainingController::reset);
}

TrainingController::~TrainingController() = default;

void TrainingController::start(const TrainRequest& request)
{
    begin(request, {});
}

void TrainingController::resume(const RunDetails& run)
{
    TrainRequest request;
    request.resumeRun = run.record.id;
    request.model = run.record.model;
    request.epochs = run.record.plannedEpochs;
    request.batchSize = run.config.batchSize;
    begin(request, run.epochs);
}

void TrainingController::begin(const TrainRequest& request, std::vector<EpochRecord> before)
{
    m_request = request;
    m_epochs = std::move(before);
    m_steps.clear();
    m_lastStep = {};
    m_pace = TrainingPace(request.epochs, request.batchSize);
    m_outcome.clear();
    m_weights.reset();
    m_feed = std::make_shared<TrainingFeed>();
    m_clock.start();

    JobOptions options;
    options.lane = JobLane::Gpu;
    options.title = tr("Train %1").arg(toQString(request.model));
    m_job = m_session.jobs().start(std::make_shared<TrainJob>(m_session.workspace(), *m_session.engine(),
                                                              request, m_feed->observer(m_feed)),
                                   options, m_session.workspaceScope(),
                                   [this](TrainJob& job, const JobOutcome& outcome) { end(job, outcome); });
    m_drainTimer.start();
    setState(State::Waiting);
}

void TrainingController::stop()
{
    if (m_state == State::Idle || m_state == State::Stopping || m_state == State::StoppingNow)
        return;
    m_session.jobs().cancel(m_job);
    setState(State::Stopping);
}

void TrainingController::stopNow()
{
    if (m_state == State::Idle || m_state == State::StoppingNow)
        return;
    m_session.jobs().cancel(m_job, StopMode::Now);
    setState(State::StoppingNow);
}

void TrainingController::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void TrainingController::drain()
{
    std::vector<StepRecord> steps;
    std::vector<EpochRecord> epochs;
    {
        const std::lock_guard lock(m_feed->mutex);
        if (m_feed->weights)
            m_weights = std::exchange(m_feed->weights, {});
        steps.swap(m_feed->steps);
        epochs.swap(m_feed->epochs);
    }
    if (!steps.empty()) {
        m_lastStep = steps.back();
        m_steps.insert(m_steps.end(), steps.begin(), steps.end());
        m_pace.add(m_lastStep, m_clock.elapsed());
        if (m_state == State::Waiting) {
            setState(State::Training);
            m_session.refresh(); // the run is in the list now
        }
        Q_EMIT stepped(steps);
    }
    for (const auto& epoch : epochs) {
        m_epochs.push_back(epoch);
        Q_EMIT epochFinished(epoch);
    }
    if (!epochs.empty())
        m_session.refresh();
}

void TrainingController::end(const TrainJob& job, const JobOutcome& outcome)
{
    drain();
    m_drainTimer.stop();
    m_outcome = outcomeText(outcome);
    setState(State::Idle);
    m_session.refresh();
    Q_EMIT ended(toQString(job.runId()), outcome.state);

    const auto& parts = m_session.snapshot().counts.perSplit;
    const auto test = parts.find("test");
    if (outcome.state == JobState::Succeeded && test != parts.end() && test->second > 0)
        m_session.evaluate(job.runId(), EvaluationSet::Test);
}

void TrainingController::reset()
{
    // The workspace went away, and with it the training's context: its end will not be heard.
    m_drainTimer.stop();
    m_feed.reset();
    m_epochs.clear();
    m_steps.clear();
    m_outcome.clear();
    m_weights.reset();
    if (m_state != State::Idle)
        setState(State::Idle);
}

QString TrainingController::outcomeText(const JobOutcome& outcome) const
{
    const auto count = static_cast<int>(m_epochs.size());
    switch (outcome.state) {
    case JobState::Succeeded:
        return tr("Finished; %n epoch(s) trained.", nullptr, count);
    case JobState::Cancelled:
        return m_state == State::StoppingNow
                   ? tr("Stopped; all up to the last checkpoint is kept.")
                   : tr("Stopped; all up to the last batch is kept, %n epoch(s) are finished.", nullptr,
                        count);
    case JobState::Failed:
        return errorText(outcome.error);
    default:
        return {};
    }
}

} // namespace nakama
