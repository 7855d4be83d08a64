#include "core/download/download_job.h"

#include <QCoreApplication>

#include <cstdio>

/** download_child ADDRESS TARGET SHA256: ends with 0 when the file is there. */
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 4)
        return 2;
    nakama::DownloadParams params;
    params.address = argv[1];
    params.target = argv[2];
    params.sha256 = argv[3];
    nakama::DownloadJob job(params);
    nakama::JobContext context;
    const auto outcome = nakama::runJob(job, context);
    if (outcome.state == nakama::JobState::Failed)
        std::fprintf(stderr, "%s\n", outcome.error.text().c_str());
    return outcome.state == nakama::JobState::Succeeded ? 0 : 1;
}
