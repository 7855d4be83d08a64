#include "core/workflow/run_checkpoint.h"

#include "core/workflow/derived_run.h"
#include "core/workflow/runs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace nakama
{

Result<std::filesystem::path> checkpointOf(const Workspace& workspace, const std::string& runId)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto run, catalogue.run(runId));
    const auto derived = derivedRun(workspace, run.id);
    if (derived && derived->members.size() > 1)
        return fail(ErrorCode::Unsupported,
                    fmt::format("an ensemble has no model of its own to ask; choose one of its runs: {}",
                                fmt::join(derived->members, ", ")),
                    run.id);
    auto path = bestCheckpoint(workspace, derived ? derived->members.front() : run.id);
    if (!std::filesystem::exists(path))
        return fail(ErrorCode::NotReady, "this run has no finished epoch to ask; train it first", run.id);
    return path;
}

std::filesystem::path featureFolder(const Workspace& workspace)
{
    return workspace.folder() / "features";
}

} // namespace nakama
