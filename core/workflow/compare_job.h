#pragma once

#include "core/base/job.h"
#include "core/engine/engine.h"
#include "core/evaluation/comparison.h"
#include "core/evaluation/result_table.h"
#include "core/workflow/runs.h"

#include <functional>
#include <string>
#include <vector>

namespace nakama
{

/**
 * Compares runs on one set of pictures of the workspace. Stored predictions are used where they cover the
 * set, with the labels of today; other runs are evaluated first, for which the engine is asked.
 */
class CompareJob : public Job
{
public:
    using EngineSource = std::function<Result<Engine*>()>;
    CompareJob(Workspace workspace, EngineSource engine, std::vector<std::string> runIds, EvaluationSet set);

    std::string name() const override { return "compare"; }
    Result<void> run(JobContext& context) override;

    const Comparison& comparison() const { return m_comparison; }
    /** Of all runs on the pictures compared, with intervals. */
    const ResultTable& table() const { return m_table; }
    /** What makes the comparison unfair: other splits, pictures that a run learned from. */
    const std::vector<std::string>& warnings() const { return m_warnings; }

private:
    Result<PredictionTable> answersOf(const std::string& runId, JobContext& context) const;

    Workspace m_workspace;
    EngineSource m_engine;
    std::vector<std::string> m_runIds;
    EvaluationSet m_set;
    Comparison m_comparison;
    ResultTable m_table;
    std::vector<std::string> m_warnings;
};

} // namespace nakama
