#include "ui/viewmodels/collect_controller.h"

#include "core/workspace/catalogue.h"
#include "ui/viewmodels/convert.h"

#include <QLocale>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <utility>

namespace nakama
{

using namespace std::chrono_literals;

/** Where the job's thread leaves what happened, until the window's thread takes it. */
struct CollectFeed
{
    std::mutex mutex;
    std::map<int, CollectedClass> classes;
    int currentClass = -1;
    std::vector<CollectedPicture> pictures;
    std::vector<CollectFailure> failures;

    CollectObserver observer(const std::shared_ptr<CollectFeed>& self)
    {
        CollectObserver observer;
        observer.classChanged = [self](const CollectedClass& one) {
            const std::lock_guard lock(self->mutex);
            self->classes[one.classIndex] = one;
            self->currentClass = one.classIndex;
        };
        observer.pictureCollected = [self](const CollectedPicture& picture) {
            const std::lock_guard lock(self->mutex);
            self->pictures.push_back(picture);
        };
        observer.pictureFailed = [self](const CollectFailure& failure) {
            const std::lock_guard lock(self->mutex);
            self->failures.push_back(failure);
        };
        return observer;
    }
};

namespace
{

/** What is being tried again has not failed for the time being. */
bool isTriedAgain(const CollectFailure& failure, const CollectParams& params)
{
    if (params.failed != FailedPosts::TryAgain)
        return false;
    const auto& posts = params.postsToTryAgain;
    return posts.empty() || std::find(posts.begin(), posts.end(), failure.postId) != posts.end();
}

bool isWished(int classIndex, const CollectParams& params)
{
    return std::any_of(params.wishes.begin(), params.wishes.end(),
                       [&](const CollectWish& wish) { return wish.classIndex == classIndex; });
}

CollectEstimate estimateOf(const CollectReport& report, const Workspace& workspace)
{
    CollectEstimate estimate;
    for (const auto& one : report.classes) {
        estimate.pictures += one.wouldDownload;
        estimate.bytes += one.estimatedBytes;
    }
    std::error_code ignored;
    const auto space = std::filesystem::space(workspace.folder(), ignored);
    estimate.freeBytes = ignored ? 0 : static_cast<std::int64_t>(space.available);
    return estimate;
}

} // namespace

CollectController::CollectController(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_drainTimer.setInterval(50ms);
    connect(&m_drainTimer, &QTimer::timeout, this, &CollectController::drain);
    connect(&session, &Session::workspaceChanged, this, &CollectController::reset);
}

CollectController::~CollectController() = default;

void CollectController::look(CollectParams params)
{
    params.mode = CollectMode::DryRun;
    begin(std::move(params), State::Looking);
}

void CollectController::start(CollectParams params)
{
    params.mode = CollectMode::Download;
    begin(std::move(params), State::Collecting);
}

void CollectController::begin(CollectParams params, State state)
{
    m_params = std::move(params);
    m_estimate.reset();
    m_ending.reset();
    m_outcome.clear();
    m_currentClass = -1;
    std::erase_if(m_failures, [this](const auto& failure) { return isTriedAgain(failure, m_params); });
    m_feed = std::make_shared<CollectFeed>();

    JobOptions options;
    options.lane = JobLane::Net;
    options.title = state == State::Looking ? tr("Look what would come") : tr("Collect pictures");
    m_job = m_session.jobs().start(
        std::make_shared<CollectJob>(m_session.workspace(), m_params, m_feed->observer(m_feed)), options,
        m_session.workspaceScope(),
        [this](CollectJob& job, const JobOutcome& outcome) { end(job, outcome); });
    m_params.client.credentials.reset();
    m_drainTimer.start();
    setState(state);
    Q_EMIT failuresChanged();
}

void CollectController::pause()
{
    if (m_state != State::Collecting)
        return;
    m_session.jobs().cancel(m_job);
    setState(State::Pausing);
}

void CollectController::resume(const ClientParams& client)
{
    if (m_state != State::Paused)
        return;
    auto params = m_params;
    params.client = client;
    begin(std::move(params), State::Collecting);
}

void CollectController::cancel()
{
    if (m_state == State::Idle || m_state == State::Stopping)
        return;
    if (m_state == State::Paused)
        return setState(State::Idle);
    m_session.jobs().cancel(m_job);
    setState(State::Stopping);
}

void CollectController::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void CollectController::forgetEstimate()
{
    if (!std::exchange(m_estimate, {}))
        return;
    m_outcome.clear();
    Q_EMIT stateChanged();
}

void CollectController::drain()
{
    std::map<int, CollectedClass> classes;
    std::vector<CollectedPicture> pictures;
    std::vector<CollectFailure> failures;
    int classBefore = -1;
    {
        const std::lock_guard lock(m_feed->mutex);
        classes.swap(m_feed->classes);
        pictures.swap(m_feed->pictures);
        failures.swap(m_feed->failures);
        classBefore = std::exchange(m_currentClass, m_feed->currentClass);
    }
    if (!pictures.empty()) {
        std::reverse(pictures.begin(), pictures.end());
        m_pictures.insert(m_pictures.begin(), pictures.begin(), pictures.end());
        if (m_pictures.size() > picturesKept)
            m_pictures.resize(picturesKept);
        Q_EMIT picturesArrived(pictures);
    }
    if (!failures.empty()) {
        m_failures.insert(m_failures.end(), failures.begin(), failures.end());
        Q_EMIT failuresChanged();
    }
    if (!classes.empty()) {
        for (const auto& [index, one] : classes)
            take(one);
        Q_EMIT classesChanged();
    }
    if (classBefore >= 0 && classBefore != m_currentClass && m_params.mode == CollectMode::Download)
        m_session.refresh(); // a class is done: the other pages count it
}

void CollectController::take(const CollectedClass& figures)
{
    auto& known = m_classes[figures.classIndex];
    const auto countOnServer = known.countOnServer; // only a look ahead asks for it
    known = figures;
    if (!known.countOnServer)
        known.countOnServer = countOnServer;
}

void CollectController::end(const CollectJob& job, const JobOutcome& outcome)
{
    drain();
    m_drainTimer.stop();
    m_ending = outcome.state;
    takeReport(job.report());
    const bool looked = m_params.mode == CollectMode::DryRun;
    if (looked && outcome.state == JobState::Succeeded)
        m_estimate = estimateOf(job.report(), m_session.workspace());
    const bool isPause = m_state == State::Pausing && outcome.state == JobState::Cancelled;
    m_state = isPause ? State::Paused : State::Idle;
    m_outcome = outcomeText(outcome);
    Q_EMIT stateChanged();
    if (!looked)
        m_session.refresh();
}

/** The report knows of failures of earlier runs too, but of no other classes than those wished for. */
void CollectController::takeReport(const CollectReport& report)
{
    for (const auto& one : report.classes)
        take(one);
    std::erase_if(m_failures, [this](const auto& failure) { return isWished(failure.classIndex, m_params); });
    m_failures.insert(m_failures.end(), report.failed.begin(), report.failed.end());
    Q_EMIT classesChanged();
    Q_EMIT failuresChanged();
}

void CollectController::reset()
{
    // The workspace went away, and with it the job's context: its end will not be heard.
    m_drainTimer.stop();
    m_feed.reset();
    m_params = {};
    m_classes.clear();
    m_currentClass = -1;
    m_failures.clear();
    m_pictures.clear();
    m_estimate.reset();
    m_ending.reset();
    m_outcome.clear();
    setState(State::Idle);
    Q_EMIT classesChanged();
    Q_EMIT failuresChanged();
}

void CollectController::setTags(int classIndex, const QString& tags)
{
    m_classes.erase(classIndex); // the figures were those of another search
    const auto work = [workspace = m_session.workspace(), classIndex,
                       text = toStdString(tags)](JobContext&) -> Result<bool> {
        NAKAMA_TRY(auto catalogue, workspace.catalogue());
        NAKAMA_CHECK(catalogue.setDanbooruTag(classIndex, text));
        return true;
    };
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    m_session.jobs().start(std::make_shared<Task<bool>>("store the tags of a class", work), options,
                           m_session.workspaceScope(), [this](Task<bool>&, const JobOutcome& outcome) {
                               if (outcome.state == JobState::Failed)
                                   Q_EMIT refused(errorText(outcome.error));
                               m_session.refresh();
                           });
}

QString CollectController::outcomeText(const JobOutcome& outcome) const
{
    if (outcome.state == JobState::Failed)
        return errorText(outcome.error);
    if (m_params.mode == CollectMode::DryRun) // the estimate speaks for itself
        return outcome.state == JobState::Cancelled ? tr("The look ahead was cancelled.") : QString();
    int downloaded = 0;
    for (const auto& wish : m_params.wishes)
        if (const auto one = m_classes.find(wish.classIndex); one != m_classes.end())
            downloaded += one->second.downloaded;
    if (m_state == State::Paused)
        return tr("Paused; %Ln picture(s) collected in this run.", nullptr, downloaded);
    return outcome.state == JobState::Cancelled
               ? tr("Stopped; %Ln picture(s) collected in this run stay.", nullptr, downloaded)
               : tr("Finished; %Ln picture(s) collected in this run.", nullptr, downloaded);
}

} // namespace nakama
