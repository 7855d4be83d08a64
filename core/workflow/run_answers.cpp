#include "core/workflow/run_answers.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/evaluation/calibration.h"
#include "core/evaluation/ensemble.h"
#include "core/workflow/derived_run.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_map>

namespace nakama
{

namespace
{

/** When what a run answers with was last changed; the oldest time where there is nothing. */
std::filesystem::file_time_type modelTime(const Workspace& workspace, const std::string& runId)
{
    std::error_code ignored;
    const auto derived = derivedRun(workspace, runId);
    if (!derived) {
        const auto time = std::filesystem::last_write_time(bestCheckpoint(workspace, runId), ignored);
        return ignored ? std::filesystem::file_time_type::min() : time;
    }
    auto latest = std::filesystem::file_time_type::min();
    for (const auto& member : derived->members)
        latest = std::max(latest, modelTime(workspace, member));
    return latest;
}

bool isNewerThanModel(const std::filesystem::path& file, const Workspace& workspace, const std::string& runId)
{
    std::error_code missing;
    const auto time = std::filesystem::last_write_time(file, missing);
    return !missing && time >= modelTime(workspace, runId);
}

/** Which pictures with which labels a temperature was fitted on. */
std::string hashOf(const std::vector<LabelledPicture>& pictures)
{
    std::string text;
    for (const auto& picture : pictures)
        text += fmt::format("{} {}\n", picture.sha256, picture.label);
    return sha256(text);
}

} // namespace

RunAnswers::RunAnswers(Workspace workspace, EngineSource engine, std::string device)
    : m_workspace(std::move(workspace)), m_engine(std::move(engine)), m_device(std::move(device))
{
}

Result<RunAnswersOnSet> RunAnswers::ask(const std::string& runId, EvaluationSet set,
                                        JobContext& context) const
{
    NAKAMA_TRY(auto answers, askUncalibrated(runId, set, context));
    NAKAMA_TRY(answers.temperature, temperatureOf(runId, set, answers.table, context));
    return answers;
}

Result<RunAnswersOnSet> RunAnswers::askUncalibrated(const std::string& runId, EvaluationSet set,
                                                    JobContext& context) const
{
    const auto derived = derivedRun(m_workspace, runId);
    if (derived && derived->members.size() > 1) {
        RunAnswersOnSet answers;
        std::vector<PredictionTable> members;
        for (const auto& member : derived->members) {
            NAKAMA_TRY(auto table, calibratedAnswers(member, set, context));
            members.push_back(std::move(table));
        }
        NAKAMA_TRY(answers.table, meanOfProbabilities(members));
        return answers;
    }
    NAKAMA_TRY(auto pictures, picturesOf(m_workspace, set));
    return askModel(runId, std::move(pictures), context);
}

Result<RunAnswersOnSet> RunAnswers::askModel(const std::string& runId, std::vector<LabelledPicture> pictures,
                                             JobContext& context) const
{
    const auto derived = derivedRun(m_workspace, runId);
    const auto trained = derived ? derived->members.front() : runId;
    NAKAMA_TRY(const auto run, loadRun(m_workspace, trained));
    EvaluationRequest request;
    request.checkpoint = bestCheckpoint(m_workspace, trained);
    if (!std::filesystem::exists(request.checkpoint))
        return fail(ErrorCode::NotReady, "this run has no finished epoch to evaluate; train it first",
                    trained);
    request.pictures = std::move(pictures);
    request.preparedFolder = m_workspace.preparedFolder();
    request.device = m_device;
    request.batchSize = std::max(1, run.config.batchSize);
    request.loaderThreads = run.config.loaderThreads;
    request.views = derived ? derived->views : TestViews::Plain;
    NAKAMA_TRY(auto* engine, m_engine());
    NAKAMA_TRY(auto answer, engine->evaluate(request, context));
    RunAnswersOnSet answers;
    answers.table = std::move(answer.table);
    answers.skipped = std::move(answer.skipped);
    return answers;
}

Result<double> RunAnswers::temperatureOf(const std::string& runId, EvaluationSet set,
                                         const PredictionTable& answers, JobContext& context) const
{
    const auto pictures = picturesOf(m_workspace, EvaluationSet::Val);
    if (!pictures && pictures.error().code == ErrorCode::NotReady)
        return 1; // no validation pictures
    if (!pictures)
        return fail(pictures.error());
    const auto hash = hashOf(*pictures);
    const auto path = m_workspace.runFolder(runId) / "temperature.json";
    if (set != EvaluationSet::Val && isNewerThanModel(path, m_workspace, runId)) {
        if (const auto text = readTextFile(path)) {
            const auto json = nlohmann::json::parse(*text, nullptr, false);
            if (json.is_object() && json.value("validation", "") == hash &&
                json.value("temperature", 0.0) > 0)
                return json["temperature"].get<double>();
        }
    }
    PredictionTable validation = answers;
    if (set != EvaluationSet::Val) {
        NAKAMA_TRY(validation, ownAnswers(runId, EvaluationSet::Val, context));
    }
    const double temperature = fitTemperature(validation);
    const nlohmann::json json = {{"temperature", temperature},
                                 {"fitted_on", "val"},
                                 {"pictures", validation.rows.size()},
                                 {"validation", hash}};
    NAKAMA_CHECK(writeFileAtomically(path, json.dump(2) + "\n"));
    return temperature;
}

std::optional<PredictionTable> RunAnswers::keptAnswers(const std::string& runId, EvaluationSet set,
                                                       const std::vector<LabelledPicture>& pictures) const
{
    const auto file = evaluationFiles(m_workspace, runId, set).predictions;
    if (!isNewerThanModel(file, m_workspace, runId))
        return std::nullopt;
    auto stored = readPredictionsCsv(file);
    const auto metrics = loadEvaluation(m_workspace, runId, set);
    if (!stored || !metrics || !*metrics)
        return std::nullopt;
    std::unordered_map<std::string_view, Prediction*> rows;
    for (auto& row : stored->rows)
        rows.emplace(row.id, &row);
    PredictionTable current{stored->classes, {}};
    for (const auto& picture : pictures) {
        const auto row = rows.find(picture.sha256);
        if (row == rows.end())
            return std::nullopt;
        row->second->label = picture.label;
        current.rows.push_back(std::move(*row->second));
    }
    const auto& calibration = (*metrics)->calibration;
    return calibrated(std::move(current), calibration ? 1 / calibration->temperature : 1);
}

Result<PredictionTable> RunAnswers::ownAnswers(const std::string& runId, EvaluationSet set,
                                               JobContext& context) const
{
    NAKAMA_TRY(const auto pictures, picturesOf(m_workspace, set));
    if (auto kept = keptAnswers(runId, set, pictures))
        return std::move(*kept);
    NAKAMA_TRY(auto asked, askUncalibrated(runId, set, context));
    return std::move(asked.table);
}

Result<PredictionTable> RunAnswers::calibratedAnswers(const std::string& runId, EvaluationSet set,
                                                      JobContext& context) const
{
    NAKAMA_TRY(auto table, ownAnswers(runId, set, context));
    NAKAMA_TRY(const double temperature, temperatureOf(runId, set, table, context));
    return calibrated(std::move(table), temperature);
}

Result<PredictionTable> RunAnswers::calibratedAnswersOn(const std::string& runId,
                                                        const std::vector<LabelledPicture>& pictures,
                                                        JobContext& context) const
{
    PredictionTable table;
    const auto derived = derivedRun(m_workspace, runId);
    if (derived && derived->members.size() > 1) {
        std::vector<PredictionTable> members;
        for (const auto& member : derived->members) {
            NAKAMA_TRY(auto answers, calibratedAnswersOn(member, pictures, context));
            members.push_back(std::move(answers));
        }
        NAKAMA_TRY(table, meanOfProbabilities(members));
    } else {
        NAKAMA_TRY(auto answers, askModel(runId, pictures, context));
        table = std::move(answers.table);
    }
    NAKAMA_TRY(const double temperature, temperatureOf(runId, EvaluationSet::TrueTest, {}, context));
    return calibrated(std::move(table), temperature);
}

} // namespace nakama
