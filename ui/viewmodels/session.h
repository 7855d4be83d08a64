#pragma once

#include "core/engine/engine.h"
#include "core/workflow/runs.h"
#include "core/workspace/workspace.h"
#include "ui/viewmodels/job_runner.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace nakama
{

/** What the window shows of a workspace, read in one go in the background. */
struct WorkspaceSnapshot {
    std::vector<ClassInfo> classes;
    WorkspaceCounts counts;
    std::optional<SplitInfo> split;
    std::vector<RunRecord> runs; ///< newest first
};

/**
 * What all parts of the window share: the open workspace, what was last read of it, the job runner and the
 * engine. Lives on the window's thread, and never blocks it: everything that reads or writes is a job, and
 * the signals say when its result is here.
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
    /** Empty until the first snapshot of a workspace has been read. */
    const WorkspaceSnapshot& snapshot() const { return m_snapshot; }

    void openWorkspace(const std::filesystem::path& folder);
    void createWorkspace(const std::filesystem::path& folder, const WorkspaceParams& params);
    /** Opens the built-in sample in the data folder; paints it first where it is missing or incomplete. */
    void openSample();
    /** Cancels what works on the workspace, and lets go of it. */
    void closeWorkspace();

    /** Reads the snapshot again; the signals of what changed follow. */
    void refresh();

    /** Loads the engine in the background; call after the first paint. Does nothing while it loads or is there. */
    void loadEngine();
    /** Null until engineReady(). */
    Engine* engine() const { return m_engine.get(); }
    /** Why the engine could not be loaded; empty while there is hope. */
    const QString& engineProblem() const { return m_engineProblem; }

    /** Queues an evaluation of a run's best checkpoint; needs a workspace and the engine. */
    JobId evaluate(const std::string& runId, EvaluationSet set);

Q_SIGNALS:
    /** Another workspace is open, or none. The snapshot is empty at this moment. */
    void workspaceChanged();
    /** Opening, creating or painting failed; the workspace that was open stays open. */
    void workspaceFailed(const QString& message);
    /** Something that opens a workspace has begun or ended. */
    void openingChanged(bool opening);
    void countsChanged();
    void splitChanged();
    void runsChanged();
    /** Reading the workspace failed. */
    void refreshFailed(const QString& message);
    void engineReady();
    void engineFailed(const QString& message);
    /** An evaluation was stored in the run's folder. */
    void evaluationFinished(const QString& runId, nakama::EvaluationSet set);
    void evaluationFailed(const QString& runId, nakama::EvaluationSet set, const QString& message);

private:
    void adopt(Workspace workspace);
    void startOpening(std::shared_ptr<class WorkspaceJob> job, const QString& title, JobVisibility visibility);
    void takeSnapshot(WorkspaceSnapshot snapshot);

    // The order matters: the runner joins its threads before the engine that their jobs use goes away.
    std::optional<Workspace> m_workspace;
    WorkspaceSnapshot m_snapshot;
    std::unique_ptr<Engine> m_engine;
    QString m_engineProblem;
    bool m_engineLoading = false;
    JobRunner m_jobs;
};

} // namespace nakama
