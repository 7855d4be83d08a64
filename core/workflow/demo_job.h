#pragma once

#include "core/base/job.h"
#include "core/engine/engine.h"
#include "core/evaluation/metrics.h"
#include "core/workflow/train_job.h"

#include <filesystem>
#include <string>

namespace nakama
{

/** The settings with which the sample's 18 characters are learnt from scratch in a few minutes on two cores.
 */
TrainRequest demoTraining();

/** The whole main job on the built-in sample: paint, split, prepare, train from scratch, evaluate, report. */
class DemoJob : public Job
{
public:
    DemoJob(std::filesystem::path folder, Engine& engine, TrainRequest request,
            TrainingObserver observer = {});

    std::string name() const override { return "demo"; }
    Result<void> run(JobContext& context) override;

    const std::string& runId() const { return m_runId; }
    const Metrics& metrics() const { return m_metrics; }
    const std::filesystem::path& report() const { return m_report; }

private:
    std::filesystem::path m_folder;
    Engine& m_engine;
    TrainRequest m_request;
    TrainingObserver m_observer;
    std::string m_runId;
    Metrics m_metrics;
    std::filesystem::path m_report;
};

} // namespace nakama
