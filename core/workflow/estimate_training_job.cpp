#include "core/workflow/estimate_training_job.h"

namespace nakama
{

Result<void> EstimateTrainingJob::run(JobContext& context)
{
    NAKAMA_TRY(const auto data, trainingData(m_workspace));
    NAKAMA_TRY(const auto config, newTrainingConfig(m_workspace, m_engine, m_request, data));
    NAKAMA_TRY(m_result, m_engine.estimateTraining(config, context));
    m_seconds = trainingSeconds(m_result, config, data.train.size(), data.val.size());
    return {};
}

} // namespace nakama
