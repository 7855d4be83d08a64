#include "core/workflow/runs.h"

#include "core/base/atomic_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace nakama
{

namespace
{

constexpr std::array<std::pair<EvaluationSet, std::string_view>, 4> setNames{{
    {EvaluationSet::Train, "train"},
    {EvaluationSet::Val, "val"},
    {EvaluationSet::Test, "test"},
    {EvaluationSet::TrueTest, "true-test"},
}};

/** A JSON file as a value; nothing where it is missing, torn or of another shape. */
template<typename T>
std::optional<T> readJsonFile(const std::filesystem::path& path)
{
    const auto text = readTextFile(path);
    if (!text)
        return std::nullopt;
    try {
        return nlohmann::json::parse(*text).template get<T>();
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

Result<std::vector<std::filesystem::path>> filesOf(const Workspace& workspace, const Catalogue& catalogue,
                                                   const std::vector<WorstPicture>& pictures)
{
    std::vector<std::filesystem::path> files;
    for (const auto& picture : pictures) {
        NAKAMA_TRY(const auto record, catalogue.findImage(picture.id));
        files.push_back(record ? workspace.imagePath(record->sha256, record->extension)
                               : std::filesystem::path());
    }
    return files;
}

ImageFilter filterFor(EvaluationSet set)
{
    ImageFilter filter;
    filter.pool = set == EvaluationSet::TrueTest ? Pool::TrueTest : Pool::Pool;
    filter.use = UseState::InUse;
    switch (set) {
    case EvaluationSet::Train:
        filter.split = SplitPart::Train;
        break;
    case EvaluationSet::Val:
        filter.split = SplitPart::Val;
        break;
    case EvaluationSet::Test:
        filter.split = SplitPart::Test;
        break;
    case EvaluationSet::TrueTest:
        break;
    }
    return filter;
}

} // namespace

std::string_view evaluationSetName(EvaluationSet set)
{
    return std::find_if(setNames.begin(), setNames.end(),
                        [&](const auto& entry) { return entry.first == set; })
        ->second;
}

std::optional<EvaluationSet> evaluationSetFromName(std::string_view name)
{
    for (const auto& [set, itsName] : setNames)
        if (itsName == name)
            return set;
    return std::nullopt;
}

EvaluationFiles evaluationFiles(const Workspace& workspace, const std::string& runId, EvaluationSet set)
{
    const auto folder = workspace.runFolder(runId);
    const std::string name(evaluationSetName(set));
    return {folder / ("evaluation-" + name + ".json"), folder / ("predictions-" + name + ".csv"),
            folder / "report" / name};
}

Result<RunDetails> loadRun(const Workspace& workspace, const std::string& runId)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    RunDetails details;
    NAKAMA_TRY(details.record, catalogue.run(runId));
    const auto folder = workspace.runFolder(details.record.id);
    details.config = readJsonFile<TrainingConfig>(folder / "config.json").value_or(TrainingConfig{});
    if (auto epochs = readEpochs(folder))
        details.epochs = std::move(*epochs);
    if (auto worst = readWorstPictures(folder))
        details.worst = std::move(*worst);
    NAKAMA_TRY(details.worstFiles, filesOf(workspace, catalogue, details.worst.pictures));
    NAKAMA_TRY(details.test, loadEvaluation(workspace, details.record.id, EvaluationSet::Test));
    return details;
}

Result<std::optional<Metrics>> loadEvaluation(const Workspace& workspace, const std::string& runId,
                                              EvaluationSet set)
{
    return readJsonFile<Metrics>(evaluationFiles(workspace, runId, set).metrics);
}

Result<std::vector<LabelledPicture>> picturesOf(const Workspace& workspace, EvaluationSet set)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto records, catalogue.images(filterFor(set)));
    std::vector<LabelledPicture> pictures;
    for (const auto& record : records)
        if (record.classIndex >= 0)
            pictures.push_back({workspace.imagePath(record.sha256, record.extension), record.sha256,
                                record.originalName, record.classIndex});
    if (pictures.empty() && set == EvaluationSet::TrueTest)
        return fail(ErrorCode::NotReady,
                    "the true test has no labelled picture yet; import it with "
                    "--into true-test and label it first",
                    workspace.folder().string());
    if (pictures.empty()) {
        NAKAMA_TRY(const auto split, catalogue.splitInfo());
        const std::string name(evaluationSetName(set));
        return fail(ErrorCode::NotReady,
                    split ? "the " + name +
                                " part of the split is empty; import more pictures or change the ratios, "
                                "then split again"
                          : "the pictures are not split yet; split them into train, val and test first",
                    workspace.folder().string());
    }
    // By content, so that nothing downstream depends on the order of import.
    std::sort(pictures.begin(), pictures.end(),
              [](const LabelledPicture& a, const LabelledPicture& b) { return a.sha256 < b.sha256; });
    return pictures;
}

std::filesystem::path bestCheckpoint(const Workspace& workspace, const std::string& runId)
{
    return workspace.runFolder(runId) / "checkpoints" / "best.safetensors";
}

} // namespace nakama
