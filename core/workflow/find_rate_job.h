#pragma once

#include "core/base/job.h"
#include "core/training/rate_search.h"
#include "core/workflow/train_request.h"

namespace nakama
{

/** Looks for a learning rate for a training on a workspace's split; makes no run, and changes none. */
class FindRateJob : public Job
{
public:
    FindRateJob(Workspace workspace, Engine& engine, TrainRequest request)
        : m_workspace(std::move(workspace)), m_engine(engine), m_request(std::move(request))
    {
    }

    std::string name() const override { return "find a learning rate for " + m_request.model; }
    Result<void> run(JobContext& context) override;

    const RateSearch& result() const { return m_result; }

private:
    Workspace m_workspace;
    Engine& m_engine;
    TrainRequest m_request;
    RateSearch m_result;
};

} // namespace nakama
