#include "core/workflow/run_open_set.h"

#include "core/base/atomic_file.h"
#include "core/evaluation/calibration.h"
#include "core/training/feature_file.h"
#include "core/workflow/run_answers.h"
#include "core/workflow/run_checkpoint.h"
#include "core/workflow/several_fit.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_map>

namespace nakama
{

namespace
{

std::filesystem::path featuresBeside(std::filesystem::path checkpoint)
{
    return checkpoint.replace_extension(".open-set.features");
}

/** The pictures of a set; none where it has none. */
Result<std::vector<LabelledPicture>> anyPicturesOf(const Workspace& workspace, EvaluationSet set)
{
    auto pictures = picturesOf(workspace, set);
    if (!pictures && pictures.error().code == ErrorCode::NotReady)
        return std::vector<LabelledPicture>();
    return pictures;
}

/** Of the pool alone: nothing is asked about the true test. */
Result<std::vector<LabelledPicture>> markedAsSeveral(const Workspace& workspace)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    ImageFilter filter;
    filter.pool = Pool::Pool;
    filter.use = UseState::Marked;
    filter.mark = PictureMark::SeveralCharacters;
    NAKAMA_TRY(const auto images, catalogue.images(filter));
    std::vector<LabelledPicture> pictures;
    for (const auto& image : images)
        pictures.push_back(
            {workspace.imagePath(image.sha256, image.extension), image.sha256, image.originalName, -1});
    std::ranges::sort(pictures, {}, &LabelledPicture::sha256);
    return pictures;
}

/** What a body says of pictures, by content. */
using Features = std::unordered_map<std::string, std::vector<float>>;

Result<Features> featuresOf(const Workspace& workspace, Engine& engine, FeatureRequest request,
                            JobContext& context)
{
    request.preparedFolder = workspace.preparedFolder();
    request.featureFolder = featureFolder(workspace);
    NAKAMA_TRY(const auto table, engine.features(request, context));
    Features features;
    for (std::size_t i = 0; i < table.positions.size(); ++i) {
        const cv::Mat row = table.rows.row(static_cast<int>(i));
        features.emplace(request.pictures[static_cast<std::size_t>(table.positions[i])].sha256,
                         std::vector<float>(row.begin<float>(), row.end<float>()));
    }
    return features;
}

std::vector<KnownScores> scoresOf(const PredictionTable& table, const Features& features,
                                  const TrainingFeatures& training)
{
    std::vector<KnownScores> scores;
    for (const auto& row : table.rows)
        if (const auto found = features.find(row.id); found != features.end())
            scores.push_back({std::ranges::max(row.probabilities()), training.likenessOf(found->second)});
    return scores;
}

/** The rule last: where it is, its features are. */
Result<void> write(const OpenSet& rule, const std::vector<LabelledPicture>& train, const Features& features,
                   const std::filesystem::path& checkpoint)
{
    std::error_code missing;
    std::filesystem::remove(openSetRuleBeside(checkpoint), missing);
    std::filesystem::remove(featuresBeside(checkpoint), missing);
    NAKAMA_TRY(auto file, FeatureFile::open(featuresBeside(checkpoint), FeaturePrecision::Half));
    nlohmann::json json = rule;
    auto& pictures = json["training_pictures"] = nlohmann::json::array();
    for (const auto& picture : train)
        if (const auto found = features.find(picture.sha256); found != features.end()) {
            file.append(std::span(&picture.sha256, 1), found->second);
            pictures.push_back(picture.sha256);
        }
    return writeFileAtomically(openSetRuleBeside(checkpoint), json.dump() + "\n");
}

} // namespace

std::filesystem::path openSetRuleBeside(std::filesystem::path checkpoint)
{
    return checkpoint.replace_extension(".open-set.json");
}

std::optional<FittedOpenSet> openSetBeside(const std::filesystem::path& checkpoint,
                                           const CheckpointInfo& info)
{
    const auto text = readTextFile(openSetRuleBeside(checkpoint));
    const auto features = FeatureFile::open(featuresBeside(checkpoint), FeaturePrecision::Half);
    if (!text || !features)
        return std::nullopt;
    try {
        const auto json = nlohmann::json::parse(*text);
        FittedOpenSet fitted;
        fitted.rule = json.get<OpenSet>();
        if (fitted.rule.epoch != info.epoch || fitted.rule.classes != info.classes)
            return std::nullopt;
        std::vector<float> row(features->dimensions());
        for (const std::string sha256 : json.at("training_pictures")) {
            if (!features->has(sha256))
                return std::nullopt;
            features->read(sha256, row.data());
            if (fitted.training.add(row))
                fitted.pictures.push_back(sha256);
        }
        return fitted;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

Result<void> fitOpenSet(const Workspace& workspace, Engine& engine, const std::string& runId,
                        const std::string& device, JobContext& context)
{
    NAKAMA_TRY(const auto run, loadRun(workspace, runId));
    const auto checkpoint = bestCheckpoint(workspace, runId);
    CheckpointInfo info;
    info.epoch = run.record.bestEpoch;
    info.classes = run.config.classes;
    if (const auto kept = openSetBeside(checkpoint, info);
        kept && kept->rule.version == OpenSet::newestVersion)
        return {};
    NAKAMA_TRY(const auto train, anyPicturesOf(workspace, EvaluationSet::Train));
    NAKAMA_TRY(const auto val, anyPicturesOf(workspace, EvaluationSet::Val));
    NAKAMA_TRY(const auto test, anyPicturesOf(workspace, EvaluationSet::Test));
    if (train.empty() || std::ssize(val) < OpenSet::fewestPictures)
        return {};

    FeatureRequest request;
    request.checkpoint = checkpoint;
    request.device = device;
    for (const auto* set : {&train, &val, &test})
        request.pictures.insert(request.pictures.end(), set->begin(), set->end());
    NAKAMA_TRY(const auto features, featuresOf(workspace, engine, std::move(request), context));
    TrainingFeatures training;
    for (const auto& picture : train)
        if (const auto found = features.find(picture.sha256); found != features.end())
            training.add(found->second);

    const RunAnswers answers(
        workspace, [&engine]() -> Result<Engine*> { return &engine; }, device);
    NAKAMA_TRY(auto validation, answers.ask(runId, EvaluationSet::Val, context));
    OpenSet openSet;
    openSet.epoch = info.epoch;
    openSet.classes = info.classes;
    openSet.temperature = validation.temperature;
    const auto known =
        scoresOf(calibrated(std::move(validation.table), openSet.temperature), features, training);
    if (std::ssize(known) < OpenSet::fewestPictures)
        return {};
    openSet.fit(known);
    if (!test.empty()) {
        NAKAMA_TRY(const auto table, answers.calibratedAnswers(runId, EvaluationSet::Test, context));
        const auto scores = scoresOf(table, features, training);
        openSet.knownRefused = {
            std::ranges::count_if(scores, [&](const auto& s) { return openSet.refuses(s); }),
            std::ssize(scores)};
    }
    NAKAMA_TRY(const auto marked, markedAsSeveral(workspace));
    NAKAMA_TRY(const auto classifier, engine.loadClassifier(checkpoint, device));
    NAKAMA_TRY(openSet.several, fitSeveral(*classifier, openSet.temperature, {val, test, marked}, context));
    return write(openSet, train, features, checkpoint);
}

} // namespace nakama
