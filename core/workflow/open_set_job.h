#pragma once

#include "core/base/job.h"
#include "core/engine/engine.h"
#include "core/workspace/workspace.h"

#include <string>

namespace nakama
{

/**
 * Makes, beside a run's best checkpoint, what tells pictures of its classes from others (see fitOpenSet()).
 * It follows an evaluation, and is a job of its own since it takes longer than that: nobody waits for it to
 * see the figures. Does nothing for a run that answers with others' checkpoints.
 */
class OpenSetJob : public Job
{
public:
    OpenSetJob(Workspace workspace, Engine& engine, std::string runId, std::string device = "auto");

    std::string name() const override { return "open set of " + m_runId; }
    /** Errors: those of fitOpenSet(). */
    Result<void> run(JobContext& context) override;

private:
    Workspace m_workspace;
    Engine& m_engine;
    std::string m_runId;
    std::string m_device;
};

} // namespace nakama
