#pragma once

#include "core/collect/import_job.h"
#include "core/curate/split_job.h"
#include "core/engine/engine.h"
#include "core/workflow/run_note.h"
#include "core/workflow/runs.h"
#include "core/workspace/picture_edit.h"
#include "core/workspace/workspace.h"
#include "ui/viewmodels/job_runner.h"
#include "ui/viewmodels/task.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace nakama
{

class EditJournal;

/** What the window shows of a workspace, read in one go in the background. */
struct WorkspaceSnapshot
{
    std::vector<ClassInfo> classes;
    WorkspaceCounts counts;
    std::optional<SplitInfo> split;
    std::vector<RunRecord> runs;             ///< newest first
    std::map<std::string, RunNote> runNotes; ///< by id of the run
    std::optional<EditRecord> nextUndo;
    std::optional<EditRecord> nextRedo;
};

/** What the engine said of itself when it was loaded; asking it again may touch a graphics driver. */
struct EngineInfo
{
    std::string library; ///< "LibTorch 1.13.1"
    std::vector<DeviceInfo> devices;
    std::vector<ModelInfo> models;
};

/**
 * What all parts of the window share: the open workspace, what was last read of it, the job runner and the
 * engine. Lives on the window's thread, and never blocks it: everything that reads or writes is a job, and
 * the signals say when its result is here. Failures of jobs that a person sees are told by the runner.
 */
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    JobRunner& jobs() { return m_jobs; }

    bool hasWorkspace() const { return m_workspace.has_value(); }
    /** Only where hasWorkspace(); a copy may be given to jobs. */
    const Workspace& workspace() const { return *m_workspace; }
    /** Lives as long as this workspace is open: the context of jobs whose result is of no use afterwards. */
    QObject* workspaceScope() { return m_scope.get(); }
    /** Empty until countsChanged() follows workspaceChanged(). */
    const WorkspaceSnapshot& snapshot() const { return m_snapshot; }
    bool isSnapshotRead() const { return m_snapshotRead; }

    /** Opening keeps what is open until the new one is there. The folder that is open already stays so. */
    void openWorkspace(const std::filesystem::path& folder);
    void createWorkspace(const std::filesystem::path& folder, const WorkspaceParams& params);
    /** Opens the built-in sample in the data folder; paints it first where it is missing or incomplete. */
    void openSample();
    bool isOpening() const { return m_opening; }
    /** Cancels what works on the workspace, and lets go of it. */
    void closeWorkspace();

    /** Reads the snapshot again; the signals of what changed follow. */
    void refresh();

    // Each queues a job that a person sees; they need a workspace, and evaluate the engine.
    JobId importPictures(const ImportParams& params);
    JobId split(const SplitJobParams& params);
    JobId evaluate(const std::string& runId, EvaluationSet set);

    // Changes of pictures by hand, through the journal and in this order; picturesChanged() or editFailed()
    // follows. edit(), undo() and redo() need a workspace.
    JobId edit(PictureEdit edit);
    JobId undo();
    JobId redo();
    /** Deletes what is in the bin for good: the only edit that undo() does not take back. */
    JobId emptyBin();

    /** Loads the engine in the background; call after the first paint. Does nothing while it loads or is
     * there. */
    void loadEngine();
    /** Null until engineReady(). */
    Engine* engine() const { return m_engine.get(); }
    const EngineInfo& engineInfo() const { return m_engineInfo; }
    /** Why the engine could not be loaded; empty while there is hope. */
    const QString& engineProblem() const { return m_engineProblem; }

Q_SIGNALS:
    /** Another workspace is open, or none. The snapshot is empty at this moment. */
    void workspaceChanged();
    /** Something that opens a workspace has begun or ended. */
    void openingChanged();
    /** Opening, creating or reading failed; the workspace that was open stays open. */
    void workspaceFailed(const QString& message);
    void countsChanged();
    void splitChanged();
    void runsChanged();
    /** Pictures were changed by hand, or back; empty: perhaps any. */
    void picturesChanged(const std::vector<std::int64_t>& ids);
    /** What can be undone or redone is another edit. */
    void journalChanged();
    /** What an edit, undo or redo came to, also where it skipped pictures. */
    void edited(const nakama::EditOutcome& outcome);
    void editFailed(const QString& message);
    /** Also after a cancelled import: what was imported stays. */
    void importFinished(const nakama::ImportReport& report, nakama::JobState state);
    /** An evaluation was stored in the run's folder. */
    void evaluationFinished(const QString& runId, nakama::EvaluationSet set);
    /** message is empty where it was cancelled. */
    void evaluationFailed(const QString& runId, nakama::EvaluationSet set, const QString& message);
    /** What tells pictures of a run's classes from others lies beside its checkpoint. */
    void openSetFitted(const QString& runId);
    void engineReady();
    void engineFailed(const QString& message);

private:
    using Opener = Task<Workspace>;
    void open(const std::string& name, Opener::Work work, const JobOptions& options);
    void startOpening();
    void endOpening(const JobOutcome& outcome, std::optional<Workspace> workspace);
    void adopt(std::optional<Workspace> workspace);
    using EditWork = std::function<Result<EditOutcome>(EditJournal&)>;
    JobId editWith(EditWork work);
    void takeSnapshot(WorkspaceSnapshot snapshot);
    void fitOpenSet(const QString& runId);

    // The order matters: the runner joins its threads before the engine that their jobs use goes away.
    std::optional<Workspace> m_workspace;
    std::unique_ptr<QObject> m_scope;
    WorkspaceSnapshot m_snapshot;
    bool m_snapshotRead = false;
    bool m_opening = false;
    std::function<void()> m_nextOpening; ///< waits until the jobs of the workspace before have let go of it
    std::set<JobId> m_ending;
    std::unique_ptr<Engine> m_engine;
    EngineInfo m_engineInfo;
    QString m_engineProblem;
    bool m_engineLoading = false;
    JobRunner m_jobs;
};

} // namespace nakama
