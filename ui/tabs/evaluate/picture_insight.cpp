#include "ui/tabs/evaluate/picture_insight.h"

#include "core/imaging/decode.h"
#include "core/imaging/heat_overlay.h"
#include "core/workflow/run_checkpoint.h"
#include "ui/viewmodels/convert.h"

#include <mutex>

namespace nakama
{

/** Answers one job at a time: one that was replaced may still be at work. */
struct PictureInsight::Model
{
    Engine& engine;
    Workspace workspace;
    std::string runId;
    std::mutex mutex = {};
    std::unique_ptr<Classifier> classifier = {}; ///< loaded when it is first asked

    Result<Explanation> explain(const cv::Mat& rgb, int classIndex)
    {
        const std::scoped_lock lock(mutex);
        if (!classifier) {
            NAKAMA_TRY(const auto checkpoint, checkpointOf(workspace, runId));
            NAKAMA_TRY(classifier, engine.loadClassifier(checkpoint, "auto"));
        }
        return classifier->explain(rgb, classIndex);
    }
};

namespace
{

constexpr int mostNear = 8;

constexpr double strength = 0.85; ///< of the hottest spot where the overlay is shown alone

} // namespace

QString noOneModelText()
{
    return PictureInsight::tr(
        "An ensemble has no model of its own to ask what it sees. Choose one of its runs.");
}

PictureInsight::PictureInsight(Session& session, const std::string& runId, const QString& problem,
                               QObject* parent)
    : QObject(parent), m_session(session), m_runId(runId), m_problem(problem)
{
}

void PictureInsight::explain(const std::filesystem::path& file, int classIndex)
{
    if (!m_model && m_problem.isEmpty() && m_session.engine() != nullptr)
        m_model = std::shared_ptr<Model>(new Model{*m_session.engine(), m_session.workspace(), m_runId});
    const QString problem = m_model               ? QString()
                            : m_problem.isEmpty() ? tr("LibTorch is still being loaded…")
                                                  : m_problem;
    const auto work = [model = m_model, file, classIndex,
                       problem](JobContext&) -> Result<PictureExplanation> {
        NAKAMA_TRY(const auto rgb, decodeImageFile(file));
        PictureExplanation shown;
        shown.picture = toQImage(rgb);
        shown.problem = problem;
        if (!model)
            return shown;
        const auto explanation = model->explain(rgb, classIndex);
        // The picture is worth to be seen also where the model has nothing to say.
        if (explanation) {
            shown.method = toQString(explanation->method);
            shown.overlay = toQImage(heatOverlay(rgb, explanation->map, explanation->area, strength));
        } else {
            shown.problem = errorText(explanation.error());
        }
        return shown;
    };
    JobOptions options;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("explain picture");
    using Explainer = Task<PictureExplanation>;
    m_session.jobs().start(std::make_shared<Explainer>("explain a picture", work), options, this,
                           [this](Explainer& job, const JobOutcome& outcome) {
                               if (outcome.state == JobState::Succeeded)
                                   Q_EMIT explained(*job.value());
                               else if (outcome.state == JobState::Failed)
                                   Q_EMIT explained({{}, {}, {}, errorText(outcome.error)});
                           });
}

void PictureInsight::findNear(std::int64_t imageId)
{
    if (m_session.engine() == nullptr) {
        Q_EMIT foundNear({}, tr("LibTorch is still being loaded…"));
        return;
    }
    JobOptions options;
    options.title = tr("Find pictures that look alike");
    options.replaces = QStringLiteral("near pictures");
    m_session.jobs().start(std::make_shared<NeighboursJob>(m_session.workspace(), *m_session.engine(),
                                                           m_runId, imageId, mostNear),
                           options, this, [this](NeighboursJob& job, const JobOutcome& outcome) {
                               if (outcome.state == JobState::Succeeded)
                                   Q_EMIT foundNear(job.near(), {});
                               else if (outcome.state == JobState::Failed)
                                   Q_EMIT foundNear({}, errorText(outcome.error));
                               else
                                   Q_EMIT foundNear({}, tr("Stopped."));
                           });
}

} // namespace nakama
