#pragma once

#include "core/base/job.h"
#include "core/imaging/prepared_store.h"
#include "core/workspace/workspace.h"

namespace nakama
{

/** Shrinks every picture of a workspace once by a model's rule; what is there already is reused. */
class PrepareWorkspaceJob : public Job
{
public:
    /** threads 0: one a core, at most 8. */
    PrepareWorkspaceJob(Workspace workspace, ResizeRule rule, int threads = 0);

    std::string name() const override { return "prepare pictures"; }
    Result<void> run(JobContext& context) override;
    const PrepareResult& result() const { return m_result; }

private:
    Workspace m_workspace;
    ResizeRule m_rule;
    int m_threads;
    PrepareResult m_result;
};

} // namespace nakama
