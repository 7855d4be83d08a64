#include "core/workflow/prepare_workspace_job.h"

#include "core/workspace/catalogue.h"

#include <algorithm>
#include <thread>

namespace nakama
{

PrepareWorkspaceJob::PrepareWorkspaceJob(Workspace workspace, ResizeRule rule, int threads)
    : m_workspace(std::move(workspace)), m_rule(rule), m_threads(threads)
{
    if (m_threads <= 0)
        m_threads = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 8);
}

Result<void> PrepareWorkspaceJob::run(JobContext& context)
{
    std::vector<PictureFile> pictures;
    {
        NAKAMA_TRY(const auto catalogue, m_workspace.catalogue());
        NAKAMA_TRY(const auto records, catalogue.images());
        for (const auto& record : records)
            if (record.inUse())
                pictures.push_back({m_workspace.imagePath(record.sha256, record.extension), record.sha256});
    }
    PrepareJob job(PreparedStore(m_workspace.preparedFolder(), m_rule), std::move(pictures), m_threads);
    auto outcome = job.run(context);
    m_result = job.result();
    return outcome;
}

} // namespace nakama
