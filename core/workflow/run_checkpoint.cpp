#include "core/workflow/run_checkpoint.h"

#include "core/workflow/runs.h"

namespace nakama
{

Result<std::filesystem::path> checkpointOf(const Workspace& workspace, const std::string& runId)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto run, catalogue.run(runId));
    auto path = bestCheckpoint(workspace, run.id);
    if (!std::filesystem::exists(path))
        return fail(ErrorCode::NotReady, "this run has no finished epoch to ask; train it first", run.id);
    return path;
}

std::filesystem::path featureFolder(const Workspace& workspace)
{
    return workspace.folder() / "features";
}

} // namespace nakama
