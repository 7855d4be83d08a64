#include "core/workflow/evaluate_job.h"

#include "core/base/atomic_file.h"
#include "core/evaluation/report.h"
#include "core/workspace/catalogue.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

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
    notes.push_back(
        "Copies of one picture (resized, flipped, rotated, recoloured) have not been searched for: if some "
        "are in both the training and this set, the figures are too good.");
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
    EvaluationRequest request;
    request.checkpoint = bestCheckpoint(m_workspace, m_runId);
    if (!std::filesystem::exists(request.checkpoint))
        return fail(ErrorCode::NotReady, "this run has no finished epoch to evaluate; train it first",
                    m_runId);
    NAKAMA_TRY(request.pictures, picturesOf(m_workspace, m_set));
    request.preparedFolder = m_workspace.preparedFolder();
    request.device = m_device;
    request.batchSize = run.config.batchSize;
    request.loaderThreads = run.config.loaderThreads;

    NAKAMA_TRY(auto answer, m_engine.evaluate(request, context));
    m_skipped = std::move(answer.skipped);
    NAKAMA_TRY(m_metrics, computeMetrics(answer.table));
    m_metrics.intervals = bootstrapIntervals(answer.table, {});
    return store(run, answer.table);
}

Result<void> EvaluateJob::store(const RunDetails& run, const PredictionTable& table)
{
    const auto files = evaluationFiles(m_workspace, m_runId, m_set);
    std::error_code error;
    std::filesystem::create_directories(files.reportFolder, error);
    if (error)
        return fail(systemError(error.value(), "make the report's folder", files.reportFolder));
    NAKAMA_CHECK(writePredictionsCsv(table, files.predictions));

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
