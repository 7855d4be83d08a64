// Collects into a workspace, in a process of its own that a test may kill: collect_child WORKSPACE SERVER
// WANTED
#include "core/danbooru/collect_job.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    using namespace nakama;
    QCoreApplication application(argc, argv);
    if (argc != 4)
        return 2;
    const auto workspace = Workspace::open(argv[1], Access::ReadWrite);
    if (!workspace) {
        std::fprintf(stderr, "%s\n", workspace.error().text().c_str());
        return 1;
    }
    CollectParams params;
    params.client.server = argv[2];
    params.client.requestsPerSecond = 50;
    params.client.firstPause = std::chrono::milliseconds(10);
    params.wishes = {{0, std::atoi(argv[3])}, {1, std::atoi(argv[3])}};
    CollectJob job(*workspace, params);
    JobContext context;
    return runJob(job, context).state == JobState::Succeeded ? 0 : 1;
}
