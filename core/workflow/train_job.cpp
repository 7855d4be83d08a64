#include "core/workflow/train_job.h"

#include "core/base/atomic_file.h"
#include "core/workflow/prepare_workspace_job.h"
#include "core/workflow/run_pictures.h"
#include "core/workflow/runs.h"
#include "core/workflow/training_description.h"
#include "core/workspace/catalogue.h"

#include <spdlog/spdlog.h>

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
    DescribedTraining training;
    RunRecord record;
    if (m_request.resumeRun.empty()) {
        NAKAMA_TRY(auto config, newTrainingConfig(m_workspace, m_engine, m_request, data));
        NAKAMA_CHECK(settleBatch(config, data, m_engine, context));
        NAKAMA_TRY(training, describeTraining(std::move(config), data));
        NAKAMA_TRY(record, catalogue.addRun(training.config.model, training.config.epochs));
    } else {
        NAKAMA_TRY(record, catalogue.run(m_request.resumeRun));
        m_request.resumeRun = record.id; // "latest" has become an id
        NAKAMA_TRY(training, trainingToResume(m_workspace.runFolder(record.id), m_request.epochs,
                                              m_request.device, data));
        record.status = RunStatus::Running;
        record.plannedEpochs = training.config.epochs;
        record.message.clear();
        record.finishedAt.clear();
        NAKAMA_CHECK(catalogue.updateRun(record));
        data.resume = true;
    }
    m_runId = record.id;
    data.runFolder = m_workspace.runFolder(m_runId);

    auto trained = trainRecorded(catalogue, record, training, data, context);
    record.finishedAt = nowUtc();
    record.status = trained                                        ? RunStatus::Finished
                    : trained.error().code == ErrorCode::Cancelled ? RunStatus::Cancelled
                                                                   : RunStatus::Failed;
    record.message = record.status == RunStatus::Failed ? trained.error().text() : "";
    if (auto updated = catalogue.updateRun(record); !updated && trained)
        return updated;
    return trained;
}

Result<void> TrainJob::trainRecorded(Catalogue& catalogue, RunRecord& record,
                                     const DescribedTraining& training, const TrainingData& data,
                                     JobContext& context)
try {
    std::error_code error;
    std::filesystem::create_directories(data.runFolder, error);
    if (error)
        return fail(systemError(error.value(), "make the run's folder", data.runFolder));
    NAKAMA_CHECK(writeFileAtomically(data.runFolder / "config.json", training.description));
    NAKAMA_CHECK(rememberRunPictures(data));

    const auto& config = training.config;
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
