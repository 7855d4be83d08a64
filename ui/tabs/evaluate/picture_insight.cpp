#include "ui/tabs/evaluate/picture_insight.h"

#include "core/imaging/decode.h"
#include "ui/viewmodels/convert.h"

#include <algorithm>
#include <mutex>

namespace nakama
{

/** Answers one job at a time: one that was replaced may still be at work. */
struct PictureInsight::Model
{
    Engine& engine;
    std::filesystem::path checkpoint;
    std::mutex mutex = {};
    std::unique_ptr<Classifier> classifier = {}; ///< loaded when it is first asked

    Result<Explanation> explain(const cv::Mat& rgb, int classIndex)
    {
        const std::scoped_lock lock(mutex);
        if (!classifier) {
            NAKAMA_TRY(classifier, engine.loadClassifier(checkpoint, "auto"));
        }
        return classifier->explain(rgb, classIndex);
    }
};

namespace
{

constexpr int mostNear = 8;

/** Blue to red, and the clearer the hotter. */
QImage heatImage(const cv::Mat& map)
{
    QImage image(map.cols, map.rows, QImage::Format_ARGB32);
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.cols; ++x) {
            const float heat = std::clamp(map.at<float>(y, x), 0.0F, 1.0F);
            QColor color = QColor::fromHsvF(0.66F * (1 - heat), 1, 1);
            color.setAlphaF(heat);
            image.setPixelColor(x, y, color);
        }
    return image;
}

void addHeat(PictureExplanation& shown, const Explanation& explanation)
{
    const double width = shown.picture.width();
    const double height = shown.picture.height();
    const auto& area = explanation.area;
    shown.method = toQString(explanation.method);
    shown.heat = heatImage(explanation.map);
    shown.part = QRectF(area.x * width, area.y * height, area.width * width, area.height * height);
}

} // namespace

PictureInsight::PictureInsight(Session& session, const std::string& runId, QObject* parent)
    : QObject(parent), m_session(session), m_runId(runId)
{
}

void PictureInsight::explain(const std::filesystem::path& file, int classIndex)
{
    if (!m_model && m_session.engine() != nullptr)
        m_model = std::shared_ptr<Model>(
            new Model{*m_session.engine(), bestCheckpoint(m_session.workspace(), m_runId)});
    const QString problem = m_model ? QString() : tr("LibTorch is still being loaded…");
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
        if (explanation)
            addHeat(shown, *explanation);
        else
            shown.problem = errorText(explanation.error());
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
                                   Q_EMIT explained({{}, {}, {}, {}, errorText(outcome.error)});
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
