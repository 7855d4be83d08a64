#pragma once

#include "core/base/job.h"
#include "core/curate/split.h"
#include "core/workspace/workspace.h"

namespace nakama
{

/** Splits the labelled pictures of a workspace's pool and stores the split. */
class SplitJob : public Job
{
public:
    SplitJob(Workspace workspace, SplitParams params);

    std::string name() const override { return "split"; }
    /** Error: NotReady when no picture of the pool has a label. */
    Result<void> run(JobContext& context) override;
    const SplitOutcome& outcome() const { return m_outcome; }

private:
    Workspace m_workspace;
    SplitParams m_params;
    SplitOutcome m_outcome;
};

} // namespace nakama
