// Imports a folder into a workspace, in a process of its own that a test may kill: import_child WORKSPACE
// FOLDER
#include "core/collect/import_job.h"
#include "core/workspace/workspace.h"

#include <cstdio>

int main(int argc, char** argv)
{
    using namespace nakama;
    if (argc != 3)
        return 2;
    const auto workspace = Workspace::open(argv[1], Access::ReadWrite);
    if (!workspace) {
        std::fprintf(stderr, "%s\n", workspace.error().text().c_str());
        return 1;
    }
    ImportParams params;
    params.paths = {argv[2]};
    ImportJob job(*workspace, params);
    JobContext context;
    return runJob(job, context).state == JobState::Succeeded ? 0 : 1;
}
