#pragma once

#include "core/base/job.h"
#include "core/evaluation/comparison.h"
#include "core/evaluation/result_table.h"
#include "core/workflow/run_answers.h"
#include "core/workflow/set_groups.h"

#include <string>
#include <vector>

namespace nakama
{

/**
 * Compares runs on one set of pictures of the workspace: on those that all of them answer, with the labels of
 * today. Stored predictions are used where they cover the set; for other runs the engine is asked.
 */
class CompareJob : public Job
{
public:
    CompareJob(Workspace workspace, RunAnswers::EngineSource engine, std::vector<std::string> runIds,
               EvaluationSet set);

    std::string name() const override { return "compare"; }
    Result<void> run(JobContext& context) override;

    /** The runs' ids, also where "latest" was asked for. */
    const std::vector<std::string>& runIds() const { return m_runIds; }
    const Comparison& comparison() const { return m_comparison; }
    /** Of all runs on the pictures compared, with intervals. */
    const ResultTable& table() const { return m_table; }
    /** What makes the comparison unfair: other splits, pictures that a run learned from, or their copies. */
    const std::vector<std::string>& warnings() const { return m_warnings; }

private:
    /** Fills the table with figures of the pictures that all runs answered. */
    Result<void> measure(const std::vector<ComparedRun>& runs, const KnownCopies& copies);
    /** answered: the most pictures that a run answered. */
    void warn(const KnownCopies& copies, std::size_t answered);

    Workspace m_workspace;
    RunAnswers::EngineSource m_engine;
    std::vector<std::string> m_runIds;
    EvaluationSet m_set;
    Comparison m_comparison;
    ResultTable m_table;
    std::vector<std::string> m_warnings;
};

} // namespace nakama
