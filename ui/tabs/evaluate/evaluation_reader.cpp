#include "ui/tabs/evaluate/evaluation_reader.h"

#include "core/base/atomic_file.h"

#include <unordered_map>

namespace nakama
{

namespace
{

Result<std::vector<PredictedPicture>> readPictures(const Workspace& workspace,
                                                   const std::filesystem::path& file, const Metrics& metrics)
{
    std::vector<std::string> classes;
    for (const auto& one : metrics.perClass)
        classes.push_back(one.name);
    NAKAMA_TRY(const auto text, readTextFile(file));
    NAKAMA_TRY(auto pictures, parsePredictions(text, classes));

    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto records, catalogue.images());
    std::unordered_map<std::string_view, std::string_view> extensions;
    for (const auto& record : records)
        extensions.emplace(record.sha256, record.extension);
    for (auto& picture : pictures)
        if (const auto found = extensions.find(picture.id); found != extensions.end())
            picture.file = workspace.imagePath(picture.id, std::string(found->second));
    return pictures;
}

} // namespace

Result<EvaluationPage> readEvaluationPage(const Workspace& workspace, const std::string& runId,
                                          EvaluationSet set)
{
    EvaluationPage page;
    page.set = set;
    NAKAMA_TRY(page.run, loadRun(workspace, runId));
    NAKAMA_TRY(page.metrics, loadEvaluation(workspace, runId, set));
    if (!page.metrics)
        return page;
    const auto files = evaluationFiles(workspace, runId, set);
    std::error_code ignored;
    if (const auto report = files.reportFolder / "report.html"; std::filesystem::exists(report, ignored))
        page.report = report;
    auto pictures = readPictures(workspace, files.predictions, *page.metrics);
    if (pictures)
        page.pictures = std::move(*pictures);
    else
        page.picturesProblem = pictures.error().text();
    return page;
}

} // namespace nakama
