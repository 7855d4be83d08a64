#include "core/workflow/find_rate_job.h"

#include "core/workflow/prepare_workspace_job.h"

namespace nakama
{

Result<void> FindRateJob::run(JobContext& context)
{
    NAKAMA_TRY(const auto data, trainingData(m_workspace));
    NAKAMA_TRY(auto config, newTrainingConfig(m_workspace, m_engine, m_request, data));
    NAKAMA_CHECK(settleBatch(config, data, m_engine, context));
    PrepareWorkspaceJob prepare(m_workspace, config.preprocessing.resize, config.loaderThreads);
    NAKAMA_CHECK(prepare.run(context));
    NAKAMA_TRY(m_result, m_engine.findRate(config, data, context));
    return {};
}

} // namespace nakama
