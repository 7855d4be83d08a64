#include "core/workflow/evaluate_job.h"

#include "core/base/atomic_file.h"
#include "core/evaluation/calibration.h"
#include "core/evaluation/report.h"
#include "core/workflow/run_answers.h"
#include "core/workflow/set_groups.h"
#include "core/workspace/catalogue.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace nakama
{

namespace
{

constexpr std::int64_t fewPictures = 10; ///< below this support a class's F1 says little

std::vector<std::pair<std::string, std::string>> settingsOf(const TrainingConfig& config)
{
    const auto& preprocessing = config.preprocessing;
    return {
        {"Model", config.model},
        {"Start", config.weights.empty() ? "from scratch" : config.weights.filename().string()},
        {"Trained layers", config.freeze == FreezeMode::Body ? "head only" : "all"},
        {"Input", fmt::format("{} × {} pixels, resize {}", preprocessing.crop, preprocessing.crop,
                              preprocessing.resize.name())},
        {"Augmentation", summaryOf(config.augment)},
        {"Epochs", std::to_string(config.epochs)},
        {"Batch", std::to_string(config.batchSize)},
        {"Learning", summaryOf(config.learning)},
        {"Loss", config.learning.classWeights ? "class-weighted cross-entropy" : "cross-entropy"},
        {"Seed", std::to_string(config.seed)},
        {"Preprocessing hash", preprocessing.hash()},
    };
}

Result<std::vector<std::pair<std::string, std::string>>> dataOf(const Catalogue& catalogue)
{
    NAKAMA_TRY(const auto counts, catalogue.counts());
    NAKAMA_TRY(const auto split, catalogue.splitInfo());
    std::vector<std::pair<std::string, std::string>> rows{{"Pictures", std::to_string(counts.images)}};
    for (const auto& [part, count] : counts.perSplit)
        if (count > 0)
            rows.emplace_back("Pictures, " + part, std::to_string(count));
    for (const auto& [source, count] : counts.perSource)
        rows.emplace_back("Source " + source, std::to_string(count));
    if (split)
        rows.emplace_back("Split", fmt::format("{:.0f}/{:.0f}/{:.0f}, seed {}", 100 * split->train,
                                               100 * split->val, 100 * split->test, split->seed));
    return rows;
}

std::vector<std::string> notesOn(const Metrics& metrics, const std::vector<SkippedPicture>& skipped)
{
    std::vector<std::string> notes;
    const auto small = std::count_if(metrics.perClass.begin(), metrics.perClass.end(),
                                     [](const ClassMetrics& one) { return one.support < fewPictures; });
    if (small > 0)
        notes.push_back(
            fmt::format("{} of {} classes have fewer than {} pictures here; their own F1 says little.", small,
                        metrics.perClass.size(), fewPictures));
    if (!metrics.leakedGroups)
        notes.push_back(
            "Whether copies of one picture (resized, flipped, rotated, recoloured) are in both the training "
            "and this set was not checked: if some are, the figures are too good. Search for copies and "
            "train again to know.");
    else if (*metrics.leakedGroups > 0)
        notes.push_back(fmt::format(
            "The split leaks: {} of the {} groups of pictures here have a copy among those that the "
            "model learned from, so that the figures are too good.",
            *metrics.leakedGroups, metrics.groups));
    for (const auto& one : skipped)
        notes.push_back(fmt::format("Skipped {}: {}", one.file.filename().string(), one.reason));
    return notes;
}

} // namespace

EvaluateJob::EvaluateJob(Workspace workspace, Engine& engine, std::string runId, EvaluationSet set,
                         std::string device)
    : m_workspace(std::move(workspace)), m_engine(engine), m_runId(std::move(runId)), m_set(set),
      m_device(std::move(device))
{
}

Result<void> EvaluateJob::run(JobContext& context)
{
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

    NAKAMA_TRY(const auto catalogue, m_workspace.catalogue());
    ReportData report;
    report.title = m_workspace.folder().filename().string();
    report.workspace = m_workspace.folder().string();
    report.sample = m_workspace.isSample();
    report.runId = m_runId;
    report.model = run.config.model;
    report.split = std::string(evaluationSetName(m_set));
    report.createdAt = run.record.finishedAt;
    report.metrics = m_metrics;
    for (const auto& epoch : run.epochs)
        report.epochs.push_back({epoch.epoch, epoch.trainLoss, epoch.valLoss, epoch.val});
    report.bestEpoch = run.record.bestEpoch;
    report.settings = settingsOf(run.config);
    NAKAMA_TRY(report.data, dataOf(catalogue));
    report.notes = notesOn(m_metrics, m_skipped);
    NAKAMA_TRY(m_report, writeReport(report, files.reportFolder));

    // Last: where the figures are, all that belongs to them is.
    return writeFileAtomically(files.metrics, nlohmann::json(m_metrics).dump(2) + "\n");
}

} // namespace nakama
