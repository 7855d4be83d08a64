#pragma once

#include "core/base/job.h"
#include "core/engine/engine.h"
#include "core/training/training.h"
#include "core/workflow/train_request.h"
#include "core/workspace/records.h"
#include "core/workspace/workspace.h"

#include <string>

namespace nakama
{

struct DescribedTraining;

/**
 * Trains a model on a workspace's split: registers the run, prepares the pictures, trains, and keeps the
 * run's record true at every moment (running, finished, cancelled, failed).
 */
class TrainJob : public Job
{
public:
    TrainJob(Workspace workspace, Engine& engine, TrainRequest request, TrainingObserver observer = {});

    std::string name() const override { return "train " + m_request.model; }
    Result<void> run(JobContext& context) override;

    /** Set as soon as the run is registered. */
    const std::string& runId() const { return m_runId; }
    const TrainingResult& result() const { return m_result; }

private:
    /** The part during which the run is registered as running; exceptions end it as a failure. */
    Result<void> trainRecorded(Catalogue& catalogue, RunRecord& record, const DescribedTraining& training,
                               const TrainingData& data, JobContext& context);

    Workspace m_workspace;
    Engine& m_engine;
    TrainRequest m_request;
    TrainingObserver m_observer;
    std::string m_runId;
    TrainingResult m_result;
};

} // namespace nakama
