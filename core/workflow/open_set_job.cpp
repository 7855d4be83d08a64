#include "core/workflow/open_set_job.h"

#include "core/workflow/derived_run.h"
#include "core/workflow/run_open_set.h"

#include <utility>

namespace nakama
{

OpenSetJob::OpenSetJob(Workspace workspace, Engine& engine, std::string runId, std::string device)
    : m_workspace(std::move(workspace)), m_engine(engine), m_runId(std::move(runId)),
      m_device(std::move(device))
{
}

Result<void> OpenSetJob::run(JobContext& context)
{
    if (derivedRun(m_workspace, m_runId))
        return {};
    return fitOpenSet(m_workspace, m_engine, m_runId, m_device, context);
}

} // namespace nakama
