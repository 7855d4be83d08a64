#include "core/workflow/train_job.h"

#include "core/base/atomic_file.h"
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
    NAKAMA_TRY(auto data, trainingData(m_workspace));
    TrainingConfig config;
    RunRecord record;
    if (m_request.resumeRun.empty()) {
        NAKAMA_TRY(config, newTrainingConfig(m_workspace, m_engine, m_request, data));
        if (config.batchSize == 0) {
            NAKAMA_TRY(const auto estimate, m_engine.estimateTraining(config, context));
            config.batchSize =
                std::clamp(estimate.batchSize, 2, std::max(2, static_cast<int>(data.train.size())));
        }
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
    NAKAMA_TRY(const auto description, describeTraining(config, data));
    NAKAMA_CHECK(writeFileAtomically(data.runFolder / "config.json", description));
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
