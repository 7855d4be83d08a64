#include "ui/viewmodels/session.h"

#include "core/base/paths.h"
#include "core/engine/engine_loader.h"
#include "core/sample/sample_job.h"
#include "core/workflow/evaluate_job.h"
#include "core/workflow/open_set_job.h"
#include "core/workspace/bin.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/edit_journal.h"
#include "ui/viewmodels/convert.h"

#include <algorithm>

namespace nakama
{

namespace
{

const auto openingKey = QStringLiteral("open workspace");
const auto snapshotKey = QStringLiteral("read workspace");

JobOptions hidden(JobLane lane, const QString& replaces = {})
{
    JobOptions options;
    options.lane = lane;
    options.visibility = JobVisibility::Hidden;
    options.replaces = replaces;
    return options;
}

JobOptions listed(JobLane lane, const QString& title, const QString& replaces = {})
{
    JobOptions options;
    options.lane = lane;
    options.title = title;
    options.replaces = replaces;
    return options;
}

Result<WorkspaceSnapshot> readSnapshot(const Workspace& workspace)
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    const EditJournal journal(catalogue);
    WorkspaceSnapshot snapshot;
    NAKAMA_TRY(snapshot.classes, catalogue.classes());
    NAKAMA_TRY(snapshot.counts, catalogue.counts());
    NAKAMA_TRY(snapshot.split, catalogue.splitInfo());
    NAKAMA_TRY(snapshot.runs, catalogue.runs());
    for (const auto& run : snapshot.runs)
        snapshot.runNotes[run.id] = readRunNote(workspace, run.id);
    NAKAMA_TRY(snapshot.nextUndo, journal.nextUndo());
    NAKAMA_TRY(snapshot.nextRedo, journal.nextRedo());
    return snapshot;
}

bool sameClass(const ClassInfo& a, const ClassInfo& b)
{
    return a.name == b.name && a.danbooruTag == b.danbooruTag;
}

bool sameCounts(const WorkspaceSnapshot& a, const WorkspaceSnapshot& b)
{
    return std::equal(a.classes.begin(), a.classes.end(), b.classes.begin(), b.classes.end(), sameClass) &&
           a.counts.images == b.counts.images && a.counts.unlabelled == b.counts.unlabelled &&
           a.counts.perClass == b.counts.perClass && a.counts.perClassSplit == b.counts.perClassSplit &&
           a.counts.perSplit == b.counts.perSplit && a.counts.perSource == b.counts.perSource &&
           a.counts.perClassSource == b.counts.perClassSource;
}

bool sameSplit(const std::optional<SplitInfo>& a, const std::optional<SplitInfo>& b)
{
    return a.has_value() == b.has_value() &&
           (!a || (a->at == b->at && a->seed == b->seed && a->train == b->train));
}

bool sameEdit(const std::optional<EditRecord>& a, const std::optional<EditRecord>& b)
{
    return a.has_value() == b.has_value() && (!a || a->number == b->number);
}

} // namespace

Session::Session(QObject* parent) : QObject(parent)
{
    connect(&m_jobs, &JobRunner::jobFinished, this, [this](const JobSnapshot& job) {
        m_ending.erase(job.id);
        startOpening();
    });
}

Session::~Session() = default;

void Session::openWorkspace(const std::filesystem::path& folder)
{
    std::error_code ignored;
    if (m_workspace && std::filesystem::equivalent(folder, m_workspace->folder(), ignored))
        return;
    open(
        "open workspace", [folder](JobContext&) { return Workspace::open(folder, Access::ReadWrite); },
        hidden(JobLane::Quick, openingKey));
}

void Session::createWorkspace(const std::filesystem::path& folder, const WorkspaceParams& params)
{
    open(
        "create workspace", [folder, params](JobContext&) { return Workspace::create(folder, params); },
        hidden(JobLane::Quick, openingKey));
}

void Session::openSample()
{
    const auto folder = dataFolder() / "sample";
    std::error_code ignored;
    if (m_workspace && std::filesystem::equivalent(folder, m_workspace->folder(), ignored))
        return;
    open(
        "open the sample workspace",
        [folder](JobContext& context) -> Result<Workspace> {
            SampleJob job(folder);
            NAKAMA_CHECK(job.run(context));
            return *job.workspace();
        },
        listed(JobLane::Cpu, tr("Preparing the sample workspace"), openingKey));
}

void Session::open(const std::string& name, Opener::Work work, const JobOptions& options)
{
    m_opening = true;
    m_nextOpening = [this, name, work = std::move(work), options] {
        m_jobs.start(
            std::make_shared<Opener>(name, work), options, this,
            [this](Opener& job, const JobOutcome& outcome) { endOpening(outcome, std::move(job.value())); });
    };
    startOpening();
    Q_EMIT openingChanged();
}

void Session::startOpening()
{
    if (m_nextOpening && m_ending.empty())
        std::exchange(m_nextOpening, {})();
}

void Session::endOpening(const JobOutcome& outcome, std::optional<Workspace> workspace)
{
    m_opening = false;
    if (outcome.state == JobState::Succeeded)
        adopt(std::move(workspace));
    else if (outcome.state == JobState::Failed)
        Q_EMIT workspaceFailed(errorText(outcome.error));
    Q_EMIT openingChanged();
}

void Session::closeWorkspace()
{
    adopt(std::nullopt);
}

void Session::adopt(std::optional<Workspace> workspace)
{
    m_scope.reset();
    if (m_workspace) {
        for (const auto& job : m_jobs.active()) {
            if (job.options.scope == JobScope::Program)
                continue;
            m_ending.insert(job.id);
            if (job.options.visibility == JobVisibility::Listed)
                m_jobs.cancel(job.id);
        }
    }
    m_workspace = std::move(workspace);
    m_snapshot = {};
    m_snapshotRead = false;
    if (m_workspace)
        m_scope = std::make_unique<QObject>();
    Q_EMIT workspaceChanged();
    refresh();
}

void Session::refresh()
{
    if (!m_workspace)
        return;
    using Reader = Task<WorkspaceSnapshot>;
    m_jobs.start(
        std::make_shared<Reader>("read workspace",
                                 [workspace = *m_workspace](JobContext&) { return readSnapshot(workspace); }),
        hidden(JobLane::Quick, snapshotKey), workspaceScope(),
        [this](Reader& job, const JobOutcome& outcome) {
            if (outcome.state == JobState::Succeeded)
                takeSnapshot(std::move(*job.value()));
            else if (outcome.state == JobState::Failed)
                Q_EMIT workspaceFailed(errorText(outcome.error));
        });
}

void Session::takeSnapshot(WorkspaceSnapshot snapshot)
{
    const bool first = !std::exchange(m_snapshotRead, true);
    const bool counts = first || !sameCounts(m_snapshot, snapshot);
    const bool split = first || !sameSplit(m_snapshot.split, snapshot.split);
    const bool journal = first || !sameEdit(m_snapshot.nextUndo, snapshot.nextUndo) ||
                         !sameEdit(m_snapshot.nextRedo, snapshot.nextRedo);
    m_snapshot = std::move(snapshot);
    if (journal)
        Q_EMIT journalChanged();
    if (counts)
        Q_EMIT countsChanged();
    if (split)
        Q_EMIT splitChanged();
    Q_EMIT runsChanged();
}

JobId Session::importPictures(const ImportParams& params)
{
    return m_jobs.start(std::make_shared<ImportJob>(*m_workspace, params),
                        listed(JobLane::Cpu, tr("Import pictures")), workspaceScope(),
                        [this](ImportJob& job, const JobOutcome& outcome) {
                            refresh();
                            Q_EMIT importFinished(job.report(), outcome.state);
                        });
}

JobId Session::split(const SplitJobParams& params)
{
    return m_jobs.start(std::make_shared<SplitJob>(*m_workspace, params), listed(JobLane::Cpu, tr("Split")),
                        workspaceScope(), [this](SplitJob&, const JobOutcome&) { refresh(); });
}

JobId Session::evaluate(const std::string& runId, EvaluationSet set)
{
    const QString run = toQString(runId);
    return m_jobs.start(std::make_shared<EvaluateJob>(*m_workspace, *m_engine, runId, set),
                        listed(JobLane::Gpu, tr("Evaluate %1").arg(run)), workspaceScope(),
                        [this, run, set](EvaluateJob&, const JobOutcome& outcome) {
                            if (outcome.state == JobState::Succeeded) {
                                Q_EMIT evaluationFinished(run, set);
                                fitOpenSet(run);
                            } else {
                                Q_EMIT evaluationFailed(
                                    run, set,
                                    outcome.state == JobState::Failed ? errorText(outcome.error) : QString());
                            }
                            refresh();
                        });
}

void Session::fitOpenSet(const QString& runId)
{
    m_jobs.start(std::make_shared<OpenSetJob>(*m_workspace, *m_engine, toStdString(runId)),
                 listed(JobLane::Gpu, tr("Fit the verdicts of %1").arg(runId)), workspaceScope(),
                 [this, runId](OpenSetJob&, const JobOutcome& outcome) {
                     if (outcome.state == JobState::Succeeded)
                         Q_EMIT openSetFitted(runId);
                 });
}

JobId Session::editWith(EditWork work)
{
    using Editor = Task<EditOutcome>;
    const auto open = [workspace = *m_workspace, work = std::move(work)](JobContext&) -> Result<EditOutcome> {
        NAKAMA_TRY(auto catalogue, workspace.catalogue());
        EditJournal journal(catalogue);
        return work(journal);
    };
    return m_jobs.start(std::make_shared<Editor>("edit", open), hidden(JobLane::Edit), workspaceScope(),
                        [this](Editor& job, const JobOutcome& outcome) {
                            if (outcome.state == JobState::Failed)
                                Q_EMIT editFailed(errorText(outcome.error));
                            if (outcome.state != JobState::Succeeded)
                                return;
                            if (!job.value()->changed.empty())
                                Q_EMIT picturesChanged(job.value()->changed);
                            Q_EMIT edited(*job.value());
                            refresh();
                        });
}

JobId Session::edit(PictureEdit edit)
{
    return editWith([edit = std::move(edit)](EditJournal& journal) { return journal.edit(edit); });
}

JobId Session::undo()
{
    return editWith([](EditJournal& journal) { return journal.undo(); });
}

JobId Session::redo()
{
    return editWith([](EditJournal& journal) { return journal.redo(); });
}

JobId Session::emptyBin()
{
    using Emptier = Task<BinContents>;
    auto options = listed(JobLane::Edit, tr("Empty the bin"));
    return m_jobs.start(
        std::make_shared<Emptier>(
            "empty bin", [workspace = *m_workspace](JobContext&) { return nakama::emptyBin(workspace); }),
        options, workspaceScope(), [this](Emptier&, const JobOutcome&) {
            Q_EMIT picturesChanged({});
            refresh();
        });
}

void Session::loadEngine()
{
    if (m_engine || m_engineLoading)
        return;
    m_engineLoading = true;
    m_engineProblem.clear();
    struct Loaded
    {
        std::unique_ptr<Engine> engine;
        EngineInfo info;
    };
    using Loader = Task<Loaded>;
    const auto work = [](JobContext&) -> Result<Loaded> {
        Loaded loaded;
        NAKAMA_TRY(loaded.engine, nakama::loadEngine());
        loaded.info = {loaded.engine->libraryVersion(), loaded.engine->devices(), loaded.engine->models()};
        return loaded;
    };
    m_jobs.start(std::make_shared<Loader>("load engine", work), hidden(JobLane::Quick), this,
                 [this](Loader& job, const JobOutcome& outcome) {
                     m_engineLoading = false;
                     if (outcome.state == JobState::Succeeded) {
                         m_engine = std::move(job.value()->engine);
                         m_engineInfo = std::move(job.value()->info);
                         Q_EMIT engineReady();
                     } else {
                         m_engineProblem = errorText(outcome.error);
                         Q_EMIT engineFailed(m_engineProblem);
                     }
                 });
}

} // namespace nakama
