#include "core/workflow/explain_job.h"

#include "core/workflow/run_checkpoint.h"

#include <algorithm>

namespace nakama
{

ExplainJob::ExplainJob(Workspace workspace, Engine& engine, std::string runId, AskedPicture picture,
                       std::optional<int> classIndex, std::string device)
    : m_workspace(std::move(workspace)), m_engine(engine), m_runId(std::move(runId)),
      m_asked(std::move(picture)), m_classIndex(classIndex), m_device(std::move(device))
{
}

Result<void> ExplainJob::run(JobContext& context)
{
    NAKAMA_TRY(m_picture, findPicture(m_workspace, m_asked));
    NAKAMA_TRY(const auto checkpoint, checkpointOf(m_workspace, m_runId));
    context.progress(0, 0, "loading the model");
    NAKAMA_TRY(const auto classifier, m_engine.loadClassifier(checkpoint, m_device));
    NAKAMA_CHECK(context.checkpoint());
    m_classes = classifier->info().classes;
    NAKAMA_TRY(const auto rgb, decodeShrunkFile(m_picture.file, classifier->info().preprocessing.resize));
    if (!m_classIndex) {
        NAKAMA_TRY(const auto logits, classifier->logits(rgb));
        m_classIndex = static_cast<int>(std::ranges::max_element(logits) - logits.begin());
    }
    context.progress(0, 0, "explaining");
    NAKAMA_TRY(m_explanation, classifier->explain(rgb, *m_classIndex));
    return {};
}

} // namespace nakama
