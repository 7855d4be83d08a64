#include "ui/tabs/label/suggestions.h"

#include "core/workflow/run_answers.h"
#include "core/workspace/answer_store.h"
#include "ui/viewmodels/convert.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace nakama
{

Suggestions::Suggestions(Session& session, LabelController& controller, QObject* parent)
    : QObject(parent), m_session(session), m_controller(controller)
{
    connect(&controller, &LabelController::opened, this, &Suggestions::askWhereNeeded);
    connect(&session, &Session::engineReady, this, &Suggestions::askWhereNeeded);
    connect(&session, &Session::workspaceChanged, this, [this] {
        m_run.clear();
        m_job.reset();
        forget();
        Q_EMIT changed();
    });
}

void Suggestions::forget()
{
    m_asked = {};
    m_problem.clear();
}

void Suggestions::setRun(const QString& runId)
{
    if (runId == m_run)
        return;
    m_run = runId;
    if (m_job)
        m_session.jobs().cancel(*std::exchange(m_job, std::nullopt));
    const bool hadOrder = !m_asked.classes.empty();
    forget();
    if (hadOrder)
        m_controller.setUncertainty({});
    askWhereNeeded();
    Q_EMIT changed();
}

std::vector<SuggestedClass> Suggestions::of(const ImageRecord& image) const
{
    const auto found = m_asked.classes.find(image.id);
    if (!isOn() || m_controller.set() != LabelSet::Unlabelled || image.pool != Pool::Pool ||
        found == m_asked.classes.end())
        return {};
    return found->second;
}

bool Suggestions::hasUnasked() const
{
    const auto& queue = m_controller.page().queue;
    return std::any_of(queue.begin(), queue.end(), [this](const QueuedPicture& picture) {
        return !picture.answer.isGiven() && !m_asked.tried.contains(picture.imageId);
    });
}

void Suggestions::askWhereNeeded()
{
    if (!isOn() || m_job || m_controller.set() != LabelSet::Unlabelled || !m_session.engine() ||
        !hasUnasked())
        return;
    using Asker = Task<Asked>;
    JobOptions options;
    options.lane = JobLane::Gpu;
    options.title = tr("Suggestions for unlabelled pictures");
    options.replaces = QStringLiteral("suggestions"); // what was asked of another run ends unheard
    const auto work = [workspace = m_session.workspace(), engine = m_session.engine(),
                       run = toStdString(m_run), already = m_asked.tried](JobContext& context) {
        return ask(workspace, *engine, run, already, context);
    };
    m_problem.clear();
    m_job = m_session.jobs().start(
        std::make_shared<Asker>("suggestions", work), options, m_session.workspaceScope(),
        [self = QPointer(this), run = m_run](Asker& job, const JobOutcome& outcome) {
            if (!self || self->m_run != run) // turned off since
                return;
            self->m_job.reset();
            if (outcome.state == JobState::Succeeded)
                self->take(*job.value());
            else if (outcome.state == JobState::Failed)
                self->m_problem = errorText(outcome.error);
            else
                self->setRun({}); // a person stopped it
            Q_EMIT self->changed();
        });
    Q_EMIT changed();
}

void Suggestions::take(Asked& asked)
{
    m_asked.classes.merge(asked.classes);
    m_asked.tried.merge(asked.tried);
    std::map<std::int64_t, double> doubt;
    for (const auto& [id, classes] : m_asked.classes)
        doubt.emplace(id, 1 - classes.front().probability);
    m_controller.setUncertainty(std::move(doubt));
}

Result<Suggestions::Asked> Suggestions::ask(const Workspace& workspace, Engine& engine,
                                            const std::string& runId, const std::set<std::int64_t>& already,
                                            JobContext& context)
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto answers, AnswerStore(catalogue).answers());
    NAKAMA_TRY(const auto images, imagesOfSet(catalogue, LabelSet::Unlabelled, answers));
    NAKAMA_TRY(const auto classes, catalogue.classes());
    Asked asked;
    std::vector<LabelledPicture> pictures;
    std::map<std::string, std::int64_t> ids;
    for (const auto& image : images) {
        if (image.setAside || already.contains(image.id))
            continue;
        asked.tried.insert(image.id);
        ids.emplace(image.sha256, image.id);
        pictures.push_back(
            {workspace.imagePath(image.sha256, image.extension), image.sha256, image.originalName, -1});
    }
    if (pictures.empty())
        return asked;
    const RunAnswers answering(workspace, [&engine]() -> Result<Engine*> { return &engine; });
    NAKAMA_TRY(const auto table, answering.calibratedAnswersOn(runId, pictures, context));
    // The run may have been trained with other classes: what the workspace does not know is left out.
    std::map<std::string, int> indexOf;
    for (std::size_t i = 0; i < classes.size(); ++i)
        indexOf.emplace(classes[i].name, static_cast<int>(i));
    for (const auto& row : table.rows) {
        const auto probabilities = row.probabilities();
        std::vector<SuggestedClass> found;
        for (std::size_t k = 0; k < probabilities.size(); ++k)
            if (const auto known = indexOf.find(table.classes[k]); known != indexOf.end())
                found.push_back({known->second, probabilities[k]});
        const auto shown = std::min(found.size(), shownClasses);
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown), found.end(),
                          [](const auto& a, const auto& b) { return a.probability > b.probability; });
        found.resize(shown);
        if (!found.empty())
            asked.classes.emplace(ids.at(row.id), std::move(found));
    }
    return asked;
}

} // namespace nakama
