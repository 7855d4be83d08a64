#include "core/workflow/train_job.h"

#include "core/base/atomic_file.h"
#include "core/models/published_preprocessing.h"
#include "core/workflow/augment_settings.h"
#include "core/workflow/input_cost.h"
#include "core/workflow/prepare_workspace_job.h"
#include "core/workflow/run_pictures.h"
#include "core/workflow/runs.h"
#include "core/workspace/catalogue.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <exception>

namespace nakama
{

namespace
{

std::string nowUtc()
{
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

Result<ModelInfo> modelOf(const Engine& engine, const std::string& id)
{
    std::string known;
    for (auto& model : engine.models()) {
        if (model.id == id)
            return model;
        known += (known.empty() ? "" : ", ") + model.id;
    }
    return fail(ErrorCode::InvalidArgument,
                fmt::format("there is no model '{}'; choose one of {}", id, known));
}

/** A new run's settings: the model's own where the request leaves them open. */
Result<TrainingConfig> configFor(const TrainRequest& request, const Engine& engine,
                                 const std::vector<ClassInfo>& classes)
{
    NAKAMA_TRY(const auto model, modelOf(engine, request.model));
    TrainingConfig config;
    config.model = model.id;
    for (const auto& info : classes)
        config.classes.push_back(info.name);
    config.preprocessing = model.preprocessing;
    if (!request.weights.empty()) {
        NAKAMA_TRY(const auto spec, findModelSpec(model.id));
        NAKAMA_TRY(config.preprocessing, preprocessingOf(spec, request.weights));
    }
    if (request.inputSize) {
        if (*request.inputSize < model.minimumInput || *request.inputSize > 1024)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("the input size of {} must be between {} and 1024 pixels, not {}",
                                    model.id, model.minimumInput, *request.inputSize));
        config.preprocessing = config.preprocessing.scaledTo(*request.inputSize);
    }
    if (request.epochs < 1 || request.batchSize < 2)
        return fail(ErrorCode::InvalidArgument,
                    "a training needs at least 1 epoch and a batch of at least 2");
    NAKAMA_CHECK(checkLearning(request.learning, request.epochs));
    config.augment = AugmentParams::off();
    config.weights = request.weights;
    config.freeze = request.freeze;
    config.views = request.views;
    config.epochs = request.epochs;
    config.batchSize = request.batchSize;
    config.learning = request.learning;
    config.device = request.device;
    config.loaderThreads = request.loaderThreads;
    config.seed = request.seed;
    return config;
}

/** Settings under which all pictures stay in memory; they are asked for, so too many are refused. */
Result<void> keepInMemory(const Workspace& workspace, TrainingConfig& config)
{
    NAKAMA_TRY(const auto cost, inputCost(workspace, config.preprocessing.resize));
    const auto megabytes = (cost.memoryBytes >> 20) + 2; // train and val are rounded down each
    if (!cost.fitsInMemory())
        return fail(
            ErrorCode::NotReady,
            fmt::format("the {} pictures take {} MB in memory, and {} MB are available, half of which "
                        "the training needs itself; train without keeping them in memory, or at a smaller "
                        "input size",
                        cost.pictures, megabytes, cost.memoryAvailable >> 20));
    config.pictureMemoryMb = std::max(config.pictureMemoryMb, static_cast<int>(megabytes));
    return {};
}

Result<TrainingConfig> configOfRun(const Workspace& workspace, const TrainRequest& request)
{
    const auto path = workspace.runFolder(request.resumeRun) / "config.json";
    NAKAMA_TRY(const auto text, readTextFile(path));
    try {
        auto config = nlohmann::json::parse(text).get<TrainingConfig>();
        config.device = request.device;
        config.epochs = std::max(config.epochs, request.epochs);
        return config;
    } catch (const nlohmann::json::exception& exception) {
        return fail(ErrorCode::CorruptData,
                    fmt::format("the run's settings cannot be read ({}); start a new run", exception.what()),
                    path.string());
    }
}

} // namespace

TrainJob::TrainJob(Workspace workspace, Engine& engine, TrainRequest request, TrainingObserver observer)
    : m_workspace(std::move(workspace)), m_engine(engine), m_request(std::move(request)),
      m_observer(std::move(observer))
{
}

Result<void> TrainJob::run(JobContext& context)
{
    NAKAMA_TRY(auto catalogue, m_workspace.catalogue());
    TrainingData data;
    NAKAMA_TRY(data.train, picturesOf(m_workspace, EvaluationSet::Train));
    NAKAMA_TRY(data.val, picturesOf(m_workspace, EvaluationSet::Val));
    data.preparedFolder = m_workspace.preparedFolder();
    data.featureFolder = m_workspace.folder() / "features";

    TrainingConfig config;
    RunRecord record;
    if (m_request.resumeRun.empty()) {
        NAKAMA_TRY(const auto classes, catalogue.classes());
        NAKAMA_TRY(config, configFor(m_request, m_engine, classes));
        if (m_request.augment) {
            NAKAMA_TRY(config.augment, loadAugmentSettings(m_workspace));
        }
        if (m_request.picturesInMemory)
            NAKAMA_CHECK(keepInMemory(m_workspace, config));
        NAKAMA_TRY(record, catalogue.addRun(config.model, config.epochs));
    } else {
        NAKAMA_TRY(record, catalogue.run(m_request.resumeRun));
        m_request.resumeRun = record.id; // "latest" has become an id
        NAKAMA_TRY(config, configOfRun(m_workspace, m_request));
        record.status = RunStatus::Running;
        record.plannedEpochs = config.epochs;
        record.message.clear();
        record.finishedAt.clear();
        NAKAMA_CHECK(catalogue.updateRun(record));
        data.resume = true;
    }
    m_runId = record.id;
    data.runFolder = m_workspace.runFolder(m_runId);

    auto trained = trainRecorded(catalogue, record, config, data, context);
    record.finishedAt = nowUtc();
    record.status = trained                                        ? RunStatus::Finished
                    : trained.error().code == ErrorCode::Cancelled ? RunStatus::Cancelled
                                                                   : RunStatus::Failed;
    record.message = record.status == RunStatus::Failed ? trained.error().text() : "";
    if (auto updated = catalogue.updateRun(record); !updated && trained)
        return updated;
    return trained;
}

Result<void> TrainJob::trainRecorded(Catalogue& catalogue, RunRecord& record, const TrainingConfig& config,
                                     const TrainingData& data, JobContext& context)
try {
    std::error_code error;
    std::filesystem::create_directories(data.runFolder, error);
    if (error)
        return fail(systemError(error.value(), "make the run's folder", data.runFolder));
    NAKAMA_CHECK(writeFileAtomically(data.runFolder / "config.json", nlohmann::json(config).dump(2) + "\n"));
    NAKAMA_CHECK(rememberRunPictures(data));

    PrepareWorkspaceJob prepare(m_workspace, config.preprocessing.resize, config.loaderThreads);
    NAKAMA_CHECK(prepare.run(context));

    TrainingObserver observer = m_observer;
    observer.epoch = [&](const EpochRecord& epoch) {
        record.epochs = epoch.epoch;
        if (record.bestEpoch == 0 || epoch.val.macro > record.bestMacro) {
            record.bestEpoch = epoch.epoch;
            record.bestMacro = epoch.val.macro;
        }
        if (auto updated = catalogue.updateRun(record); !updated)
            spdlog::warn("the run's entry could not be updated: {}", updated.error().text());
        if (m_observer.epoch)
            m_observer.epoch(epoch);
    };
    NAKAMA_TRY(m_result, m_engine.train(config, data, observer, context));
    return {};
} catch (const std::exception& exception) {
    return fail(ErrorCode::Internal, exception.what());
}

} // namespace nakama
