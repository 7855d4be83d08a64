#include "ui/tabs/evaluate/evaluation_reader.h"

#include <fmt/format.h>

namespace nakama
{

namespace
{

Result<EvaluatedPictures> readPictures(const std::filesystem::path& file, const Metrics& metrics)
{
    NAKAMA_TRY(const auto table, readPredictionsCsv(file));
    const bool fits = std::equal(
        table.classes.begin(), table.classes.end(), metrics.perClass.begin(), metrics.perClass.end(),
        [](const std::string& name, const ClassMetrics& one) { return name == one.name; });
    if (!fits)
        return fail(ErrorCode::CorruptData,
                    fmt::format("{} is of other classes than the figures; evaluate the run again",
                                file.filename().string()));
    return EvaluatedPictures(table, metrics);
}

} // namespace

Result<EvaluationPage> readEvaluationPage(const Workspace& workspace, const std::string& runId,
                                          EvaluationSet set)
{
    EvaluationPage page;
    page.set = set;
    NAKAMA_TRY(page.run, loadRun(workspace, runId));
    page.derived = derivedRun(workspace, page.run.record.id);
    NAKAMA_TRY(page.metrics, loadEvaluation(workspace, runId, set));
    if (!page.metrics)
        return page;
    const auto files = evaluationFiles(workspace, runId, set);
    std::error_code ignored;
    if (const auto report = files.reportFolder / "report.html"; std::filesystem::exists(report, ignored))
        page.report = report;
    auto pictures = readPictures(files.predictions, *page.metrics);
    if (!pictures) {
        page.picturesProblem = pictures.error().text();
        return page;
    }
    page.pictures = std::make_shared<EvaluatedPictures>(std::move(*pictures));
    NAKAMA_TRY(page.now, readPicturesNow(workspace, *page.pictures));
    return page;
}

} // namespace nakama
