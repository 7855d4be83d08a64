#include "ui/tabs/label/live_estimate.h"

#include "core/workflow/run_answers.h"
#include "ui/viewmodels/convert.h"

#include <QPointer>

#include <algorithm>
#include <map>
#include <set>

namespace nakama
{

namespace
{

const auto askKey = QStringLiteral("estimate so far, asking");
const auto reckonKey = QStringLiteral("estimate so far");

Result<std::vector<ImageRecord>> trueTest(const Workspace& workspace)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    ImageFilter filter;
    filter.pool = Pool::TrueTest;
    NAKAMA_TRY(auto images, catalogue.images(filter));
    std::erase_if(images, [](const ImageRecord& image) { return image.setAside.has_value(); });
    return images;
}

/** The workspace's classes by number in the model's table; −1 for those that the model does not know. */
Result<std::vector<int>> columnsOf(const Workspace& workspace, const PredictionTable& table)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto classes, catalogue.classes());
    std::vector<int> columns;
    for (const auto& info : classes) {
        const auto found = std::find(table.classes.begin(), table.classes.end(), info.name);
        columns.push_back(found == table.classes.end() ? -1
                                                       : static_cast<int>(found - table.classes.begin()));
    }
    return columns;
}

} // namespace

LiveEstimate::LiveEstimate(Session& session, LabelController& controller, QObject* parent)
    : QObject(parent), m_session(session), m_controller(controller)
{
    connect(&controller, &LabelController::answerChanged, this, &LiveEstimate::update);
    connect(&controller, &LabelController::opened, this, &LiveEstimate::update);
    connect(&session, &Session::workspaceChanged, this, &LiveEstimate::stop);
}

void LiveEstimate::stop()
{
    m_run.clear();
    m_problem.clear();
    m_answers.reset();
    m_estimate.reset();
    Q_EMIT changed();
}

void LiveEstimate::start(const QString& runId)
{
    stop();
    m_run = runId;
    using Asker = Task<Shared>;
    JobOptions options;
    options.lane = JobLane::Gpu;
    options.title = tr("Estimate so far");
    options.replaces = askKey;
    const auto work = [workspace = m_session.workspace(), engine = m_session.engine(),
                       run = toStdString(runId)](JobContext& context) {
        return ask(workspace, *engine, run, context);
    };
    m_session.jobs().start(std::make_shared<Asker>("estimate so far", work), options,
                           m_session.workspaceScope(),
                           [self = QPointer(this), runId](Asker& job, const JobOutcome& outcome) {
                               if (!self || self->m_run != runId) // stopped since
                                   return;
                               if (outcome.state == JobState::Succeeded)
                                   self->m_answers = *job.value();
                               else
                                   self->m_problem = outcome.state == JobState::Failed
                                                         ? errorText(outcome.error)
                                                         : tr("Stopped.");
                               Q_EMIT self->changed();
                               self->update();
                           });
    Q_EMIT changed();
}

void LiveEstimate::update()
{
    if (!m_answers || m_controller.set() != LabelSet::TrueTest || !m_session.hasWorkspace())
        return;
    using Reckoner = Task<std::optional<EstimateSoFar>>;
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = reckonKey;
    m_session.jobs().start(
        std::make_shared<Reckoner>("estimate so far",
                                   [workspace = m_session.workspace(), answers = m_answers](JobContext&) {
                                       return reckon(workspace, *answers);
                                   }),
        options, m_session.workspaceScope(),
        [self = QPointer(this), answers = m_answers](Reckoner& job, const JobOutcome& outcome) {
            if (!self || self->m_answers != answers)
                return;
            if (outcome.state == JobState::Succeeded)
                self->m_estimate = *job.value();
            else if (outcome.state == JobState::Failed)
                self->m_problem = errorText(outcome.error);
            Q_EMIT self->changed();
        });
}

Result<LiveEstimate::Shared> LiveEstimate::ask(const Workspace& workspace, Engine& engine,
                                               const std::string& runId, JobContext& context)
{
    NAKAMA_TRY(const auto images, trueTest(workspace));
    std::vector<LabelledPicture> pictures;
    for (const auto& image : images) // without their labels: the order of labelling must not matter
        pictures.push_back(
            {workspace.imagePath(image.sha256, image.extension), image.sha256, image.originalName, -1});
    const RunAnswers answering(workspace, [&engine]() -> Result<Engine*> { return &engine; });
    auto answers = std::make_shared<Answers>();
    NAKAMA_TRY(answers->table, answering.calibratedAnswersOn(runId, pictures, context));
    NAKAMA_TRY(answers->copies, knownCopies(workspace));
    return Shared(std::move(answers));
}

Result<std::optional<EstimateSoFar>> LiveEstimate::reckon(const Workspace& workspace, const Answers& answers)
{
    NAKAMA_TRY(const auto images, trueTest(workspace));
    NAKAMA_TRY(const auto columns, columnsOf(workspace, answers.table));
    std::map<std::string, int> labels;
    EstimateSoFar estimate;
    for (const auto& image : images) {
        if (!image.inUse() || image.classIndex < 0)
            continue;
        if (const int column = columns.at(static_cast<std::size_t>(image.classIndex)); column >= 0)
            labels.emplace(image.sha256, column);
        else
            ++estimate.unknown;
    }
    estimate.allClasses = static_cast<int>(answers.table.classes.size());
    PredictionTable table{answers.table.classes, {}};
    std::set<int> seen;
    for (const auto& row : answers.table.rows)
        if (const auto label = labels.find(row.id); label != labels.end()) {
            table.rows.push_back(row);
            table.rows.back().label = label->second;
            seen.insert(label->second);
        }
    if (table.rows.empty() && estimate.unknown == 0)
        return std::optional<EstimateSoFar>();
    estimate.pictures = static_cast<int>(table.rows.size());
    estimate.unread = static_cast<int>(labels.size()) - estimate.pictures;
    estimate.classes = static_cast<int>(seen.size());
    if (table.rows.empty())
        return std::optional(estimate);
    NAKAMA_TRY(const auto metrics, computeMetrics(table));
    estimate.macro = metrics.f1.macro;
    const auto groups = groupsOfRows(table, answers.copies);
    if (std::set<int>(groups.begin(), groups.end()).size() > 1) { // one alone says nothing of chance
        const auto intervals = bootstrapIntervals(table, groups);
        if (const auto found = intervals.find("macro"); found != intervals.end())
            estimate.interval = found->second;
    }
    return std::optional(estimate);
}

} // namespace nakama
