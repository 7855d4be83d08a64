#include "core/workflow/compare_job.h"

#include "core/evaluation/common_rows.h"
#include "core/workflow/result_name.h"
#include "core/workflow/run_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

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
        NAKAMA_TRY(auto table, answers.ownAnswers(id, m_set, context));
        m_table.rows.push_back({resultName(m_workspace, run), {}});
        runs.push_back({id, std::move(table)});
    }
    const auto answered = std::ranges::max(runs, {}, [](const ComparedRun& run) {
                              return run.table.rows.size();
                          }).table.rows.size();
    NAKAMA_TRY(m_comparison, compareRuns(runs, copies.groupOfId));
    NAKAMA_CHECK(measure(runs, copies));
    m_table.title = fmt::format("{}, n = {}", evaluationSetTitle(m_set), m_comparison.n);
    warn(copies, answered);
    return {};
}

Result<void> CompareJob::measure(const std::vector<ComparedRun>& runs, const KnownCopies& copies)
{
    std::vector<const PredictionTable*> tables;
    for (const auto& run : runs)
        tables.push_back(&run.table);
    const auto common = commonRows(tables);
    for (std::size_t i = 0; i < common.size(); ++i) {
        auto& metrics = m_table.rows[i].metrics;
        NAKAMA_TRY(metrics, computeMetrics(common[i]));
        const auto groups = groupsOfRows(common[i], copies);
        metrics.groups = std::ssize(std::set<int>(groups.begin(), groups.end()));
        metrics.intervals = bootstrapIntervals(common[i], groups);
        metrics.leakedGroups = leakedGroups(m_workspace, m_runIds[i], common[i], copies);
    }
    return {};
}

void CompareJob::warn(const KnownCopies& copies, std::size_t answered)
{
    if (!copies.searched)
        m_warnings.push_back(
            "Copies of pictures have not been searched for since the last came: each picture counts as "
            "independent, and copies of training pictures among these are not seen.");
    const auto first = runPictures(m_workspace, m_runIds.front());
    for (std::size_t i = 0; i < m_runIds.size(); ++i) {
        const auto& id = m_runIds[i];
        const auto itsPictures = runPictures(m_workspace, id);
        if (first && itsPictures && itsPictures->train != first->train)
            m_warnings.push_back(
                fmt::format("{} was trained on another split than {}.", id, m_runIds.front()));
        if (const auto leaked = m_table.rows[i].metrics.leakedGroups; leaked && *leaked > 0)
            m_warnings.push_back(
                fmt::format("{} learned from pictures of this set, or from copies of them ({} group{}): its "
                            "figures are too good, and it is not compared fairly.",
                            id, *leaked, *leaked == 1 ? "" : "s"));
    }
    if (answered != static_cast<std::size_t>(m_comparison.n))
        m_warnings.push_back(
            "Not all runs answered all pictures; those that all of them answered are compared.");
}

} // namespace nakama
