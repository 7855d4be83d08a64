#include "core/workflow/evaluate_job.h"

#include "core/base/atomic_file.h"
#include "core/evaluation/calibration.h"
#include "core/evaluation/report_files.h"
#include "core/workflow/evaluation_report.h"
#include "core/workflow/run_answers.h"
#include "core/workflow/set_groups.h"

#include <nlohmann/json.hpp>

#include <set>

namespace nakama
{

EvaluateJob::EvaluateJob(Workspace workspace, Engine& engine, std::string runId, EvaluationSet set,
                         std::string device)
    : m_workspace(std::move(workspace)), m_engine(engine), m_runId(std::move(runId)), m_set(set),
      m_device(std::move(device))
{
}

Result<void> EvaluateJob::run(JobContext& context)
{
    m_warnings.clear();
    NAKAMA_TRY(const auto run, loadRun(m_workspace, m_runId));
    m_runId = run.record.id;
    const RunAnswers asked(
        m_workspace, [this]() -> Result<Engine*> { return &m_engine; }, m_device);
    NAKAMA_TRY(auto answers, asked.ask(m_runId, m_set, context));
    m_skipped = std::move(answers.skipped);
    NAKAMA_TRY(m_metrics, computeMetrics(answers.table));
    m_metrics.calibration = Calibration{answers.temperature, reliability(answers.table).ece,
                                        reliability(answers.table, answers.temperature).ece};
    NAKAMA_TRY(const auto copies, knownCopies(m_workspace));
    const auto groups = groupsOfRows(answers.table, copies);
    m_metrics.groups = std::ssize(std::set<int>(groups.begin(), groups.end()));
    m_metrics.intervals = bootstrapIntervals(answers.table, groups);
    m_metrics.leakedGroups = leakedGroups(m_workspace, m_runId, answers.table, copies);
    m_predictions = calibrated(std::move(answers.table), answers.temperature);
    return store(run);
}

Result<void> EvaluateJob::store(const RunDetails& run)
{
    const auto files = evaluationFiles(m_workspace, m_runId, m_set);
    std::error_code error;
    std::filesystem::create_directories(files.reportFolder, error);
    if (error)
        return fail(systemError(error.value(), "make the report's folder", files.reportFolder));
    NAKAMA_CHECK(writePredictionsCsv(m_predictions, files.predictions));

    NAKAMA_TRY(const auto report,
               evaluationReport(m_workspace, run, m_set, m_metrics, m_predictions, m_skipped));
    NAKAMA_TRY(const auto written, writeReport(report, files.reportFolder));
    m_report = written.page;
    if (!written.warning.empty())
        m_warnings.push_back(written.warning);

    // Last: where the figures are, all that belongs to them is.
    return writeFileAtomically(files.metrics, nlohmann::json(m_metrics).dump(2) + "\n");
}

} // namespace nakama
