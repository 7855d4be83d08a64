#pragma once

#include "core/base/job.h"
#include "core/engine/engine.h"
#include "core/evaluation/metrics.h"
#include "core/workflow/runs.h"

#include <string>

namespace nakama
{

/**
 * Evaluates a run on a set of the workspace: calibrated by a temperature that is fitted on validation, with
 * intervals over groups of copies, and with what the split lets leak. Keeps the result in the run's folder:
 * evaluation-SET.json, predictions-SET.csv (calibrated probabilities) and report/SET/ (see
 * evaluationFiles()).
 */
class EvaluateJob : public Job
{
public:
    EvaluateJob(Workspace workspace, Engine& engine, std::string runId, EvaluationSet set,
                std::string device = "auto");

    std::string name() const override { return "evaluate " + m_runId; }
    Result<void> run(JobContext& context) override;

    /** The run's id, also where "latest" was asked for. */
    const std::string& runId() const { return m_runId; }
    const Metrics& metrics() const { return m_metrics; }
    /** With calibrated logits. */
    const PredictionTable& predictions() const { return m_predictions; }
    const std::vector<SkippedPicture>& skipped() const { return m_skipped; }
    const std::filesystem::path& report() const { return m_report; }
    /** What could not be made beside the evaluation, each with why: it stands without that. */
    const std::vector<std::string>& warnings() const { return m_warnings; }

private:
    Result<void> store(const RunDetails& run);

    Workspace m_workspace;
    Engine& m_engine;
    std::string m_runId;
    EvaluationSet m_set;
    std::string m_device;
    Metrics m_metrics;
    PredictionTable m_predictions;
    std::vector<SkippedPicture> m_skipped;
    std::filesystem::path m_report;
    std::vector<std::string> m_warnings;
};

} // namespace nakama
