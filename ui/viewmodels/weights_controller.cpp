#include "ui/viewmodels/weights_controller.h"

#include "core/base/paths.h"
#include "core/download/fetch_weights_job.h"
#include "ui/viewmodels/convert.h"

#include <QSettings>

namespace nakama
{

namespace
{

const auto mirrorKey = QStringLiteral("weights/mirror");
const auto fetchKey = QStringLiteral("fetch weights of ");

bool hasEnded(const JobSnapshot& job)
{
    return job.state != JobState::Queued && job.state != JobState::Running;
}

} // namespace

WeightsController::WeightsController(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session.jobs(), &JobRunner::jobAdded, this, &WeightsController::takeJob);
    connect(&session.jobs(), &JobRunner::jobChanged, this, &WeightsController::takeJob);
    connect(&session.jobs(), &JobRunner::jobFinished, this, &WeightsController::takeJob);
    for (const auto& job : session.jobs().active())
        takeJob(job);
}

std::optional<std::filesystem::path> WeightsController::published(const std::string& model) const
{
    const auto* weights = findPublishedWeights(model);
    if (!weights || !areWeightsPresent(cacheFolder(), *weights))
        return std::nullopt;
    return weightsPath(cacheFolder(), *weights);
}

const JobSnapshot* WeightsController::download(const std::string& model) const
{
    const auto found = m_downloads.find(model);
    return found == m_downloads.end() ? nullptr : &found->second;
}

void WeightsController::fetch(const PublishedWeights& weights)
{
    FetchWeightsParams params{weights, cacheFolder(), toStdString(mirror()), {}};
    JobOptions options;
    options.lane = JobLane::Net;
    options.scope = JobScope::Program;
    options.title = tr("Get the weights of %1").arg(toQString(weights.model));
    options.replaces = fetchKey + toQString(weights.model);
    m_session.jobs().start(std::make_shared<FetchWeightsJob>(std::move(params)), options, this,
                           [](FetchWeightsJob&, const JobOutcome&) {});
}

void WeightsController::cancel(const std::string& model)
{
    if (const auto* job = download(model))
        m_session.jobs().cancel(job->id);
}

void WeightsController::takeJob(const JobSnapshot& job)
{
    if (!job.options.replaces.startsWith(fetchKey))
        return;
    const std::string model = toStdString(job.options.replaces.mid(fetchKey.size()));
    if (!hasEnded(job))
        m_downloads[model] = job;
    else if (const auto* known = download(model); known && known->id == job.id)
        m_downloads.erase(model);
    Q_EMIT changed(model);
}

void WeightsController::recognise(const std::filesystem::path& path)
{
    using Recogniser = Task<OwnWeights>;
    const auto work = [path](JobContext& context) { return recogniseWeights(path, context); };
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("recognise weights");
    m_session.jobs().start(std::make_shared<Recogniser>("recognise weights", work), options, this,
                           [this](Recogniser& job, const JobOutcome& outcome) {
                               if (outcome.state == JobState::Succeeded)
                                   Q_EMIT recognised(*job.value());
                               else if (outcome.state == JobState::Failed)
                                   Q_EMIT refused(errorText(outcome.error));
                           });
}

QString WeightsController::mirror()
{
    return QSettings().value(mirrorKey, qEnvironmentVariable("NAKAMA_WEIGHTS_MIRROR")).toString();
}

void WeightsController::setMirror(const QString& address)
{
    if (address.isEmpty())
        QSettings().remove(mirrorKey);
    else
        QSettings().setValue(mirrorKey, address);
}

} // namespace nakama
