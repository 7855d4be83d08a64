#include "core/workflow/compare_job.h"

#include "core/evaluation/metrics.h"
#include "core/workflow/run_pictures.h"

#include <fmt/format.h>

namespace nakama
{

CompareJob::CompareJob(Workspace workspace, RunAnswers::EngineSource engine, std::vector<std::string> runIds,
                       EvaluationSet set)
    : m_workspace(std::move(workspace)), m_engine(std::move(engine)), m_runIds(std::move(runIds)), m_set(set)
{
}

Result<void> CompareJob::run(JobContext& context)
{
    m_warnings.clear();
    m_table = {};
    const RunAnswers answers(m_workspace, m_engine);
    NAKAMA_TRY(const auto copies, knownCopies(m_workspace));
    std::vector<ComparedRun> runs;
    for (auto& id : m_runIds) {
        NAKAMA_CHECK(context.checkpoint());
        context.progress(std::ssize(runs), std::ssize(m_runIds), "comparing");
        NAKAMA_TRY(const auto run, loadRun(m_workspace, id));
        id = run.record.id; // "latest" has become an id
        NAKAMA_TRY(auto table, answers.calibratedAnswers(id, m_set, context));
        NAKAMA_TRY(auto metrics, computeMetrics(table));
        metrics.intervals = bootstrapIntervals(table, groupsOfRows(table, copies));
        metrics.leakedGroups = leakedGroups(m_workspace, id, table, copies);
        // The loss of the model's own logits is that of its evaluation; these answers are calibrated.
        NAKAMA_TRY(const auto stored, loadEvaluation(m_workspace, id, m_set));
        metrics.loss = stored ? stored->loss : metrics.loss;
        m_table.rows.push_back({fmt::format("{} ({})", run.record.model, id), std::move(metrics)});
        runs.push_back({id, std::move(table)});
    }
    NAKAMA_TRY(m_comparison, compareRuns(runs, copies.groupOfId));
    m_table.title = fmt::format("{}, n = {}",
                                m_set == EvaluationSet::Test       ? "Held-out test"
                                : m_set == EvaluationSet::TrueTest ? "True test"
                                                                   : std::string(evaluationSetName(m_set)),
                                m_comparison.n);
    warn(copies, runs.front().table);
    return {};
}

void CompareJob::warn(const KnownCopies& copies, const PredictionTable& pictures)
{
    if (!copies.searched)
        m_warnings.push_back(
            "Copies of pictures have not been searched for since the last came: each picture counts as "
            "independent, and copies of training pictures among these are not seen.");
    const auto first = runPictures(m_workspace, m_runIds.front());
    for (const auto& id : m_runIds) {
        const auto itsPictures = runPictures(m_workspace, id);
        if (first && itsPictures && itsPictures->train != first->train)
            m_warnings.push_back(
                fmt::format("{} was trained on another split than {}.", id, m_runIds.front()));
        if (const auto leaked = leakedGroups(m_workspace, id, pictures, copies); leaked && *leaked > 0)
            m_warnings.push_back(
                fmt::format("{} learned from pictures of this set, or from copies of them ({} group{}): its "
                            "figures are too good, and it is not compared fairly.",
                            id, *leaked, *leaked == 1 ? "" : "s"));
    }
    if (pictures.rows.size() != static_cast<std::size_t>(m_comparison.n))
        m_warnings.push_back(
            "Not all runs answered all pictures; those that all of them answered are compared.");
}

} // namespace nakama
