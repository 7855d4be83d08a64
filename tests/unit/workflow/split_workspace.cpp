#include "tests/unit/workflow/split_workspace.h"

#include "core/collect/import_job.h"
#include "core/curate/split_job.h"
#include "tests/support/shapes.h"

#include <stdexcept>

namespace nakama::test
{

namespace
{

void mustRun(Job& job)
{
    JobContext context;
    const auto outcome = runJob(job, context);
    if (outcome.state != JobState::Succeeded)
        throw std::runtime_error(job.name() + ": " + outcome.error.text());
}

} // namespace

SplitWorkspace::SplitWorkspace(State state)
{
    WorkspaceParams params;
    params.classes = {{"Round", "Round", {}, {}}, {"Ball", "Ball", {}, {}}};
    m_workspace = Workspace::create(m_folder / "ws", params).value();
    writeShapeFolders(m_folder / "in", {"Round", "Ball"}, {10, 10});
    ImportParams import;
    import.paths = {m_folder / "in"};
    ImportJob importJob(*m_workspace, import);
    mustRun(importJob);
    if (state == State::Split) {
        // One shape on a plain page is a crop of another.
        SplitJob split(*m_workspace, SplitJobParams{{0.6, 0.2, 0.2, 1}, {}, CopiesInSplit::Ignored, {}});
        mustRun(split);
    }
}

std::filesystem::path SplitWorkspace::close()
{
    const auto folder = m_workspace->folder();
    m_workspace.reset();
    return folder;
}

} // namespace nakama::test
