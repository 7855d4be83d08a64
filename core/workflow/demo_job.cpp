#include "core/workflow/demo_job.h"

#include "core/curate/split_job.h"
#include "core/sample/sample_job.h"
#include "core/workflow/evaluate_job.h"
#include "core/workflow/open_set_job.h"

namespace nakama
{

TrainRequest demoTraining()
{
    TrainRequest request;
    request.model = "resnet18";
    request.inputSize = 64;
    request.epochs = 16;
    request.device = "auto";
    request.learning.schedule = ScheduleKind::Cosine;
    return request;
}

DemoJob::DemoJob(std::filesystem::path folder, Engine& engine, TrainRequest request,
                 TrainingObserver observer)
    : m_folder(std::move(folder)), m_engine(engine), m_request(std::move(request)),
      m_observer(std::move(observer))
{
}

Result<void> DemoJob::run(JobContext& context)
{
    SampleJob sample(m_folder);
    NAKAMA_CHECK(sample.run(context));
    const Workspace workspace = *sample.workspace();

    SplitJob split(workspace, SplitParams{});
    NAKAMA_CHECK(split.run(context));

    TrainJob train(workspace, m_engine, m_request, m_observer);
    NAKAMA_CHECK(train.run(context));
    m_runId = train.runId();

    EvaluateJob evaluate(workspace, m_engine, m_runId, EvaluationSet::Test, m_request.device);
    NAKAMA_CHECK(evaluate.run(context));
    m_metrics = evaluate.metrics();
    m_report = evaluate.report();

    OpenSetJob openSet(workspace, m_engine, m_runId, m_request.device);
    const auto fitted = openSet.run(context);
    // The figures and the report stand without it.
    return fitted || fitted.error().code != ErrorCode::Cancelled ? Result<void>() : fitted;
}

} // namespace nakama
