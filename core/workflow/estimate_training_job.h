#pragma once

#include "core/base/job.h"
#include "core/workflow/train_request.h"

namespace nakama
{

/** Tells what a training on a workspace's split would take, before it starts; makes no run. */
class EstimateTrainingJob : public Job
{
public:
    EstimateTrainingJob(Workspace workspace, Engine& engine, TrainRequest request)
        : m_workspace(std::move(workspace)), m_engine(engine), m_request(std::move(request))
    {
    }

    std::string name() const override { return "estimate a training of " + m_request.model; }
    Result<void> run(JobContext& context) override;

    const TrainingEstimate& result() const { return m_result; }
    /** Of all epochs; see trainingSeconds(). */
    double seconds() const { return m_seconds; }

private:
    Workspace m_workspace;
    Engine& m_engine;
    TrainRequest m_request;
    TrainingEstimate m_result;
    double m_seconds = 0;
};

} // namespace nakama
