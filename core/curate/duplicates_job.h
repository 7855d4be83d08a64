#pragma once

#include "core/base/job.h"
#include "core/workspace/copy_store.h"
#include "core/workspace/workspace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** A picture whose file could not be decoded, so that nothing is known of its copies. */
struct UnreadablePicture
{
    std::filesystem::path path;
    std::string reason;
};

struct DuplicatesResult
{
    std::vector<CopyRecord> copies; ///< as the catalogue has them now
    int fingerprinted = 0;          ///< pictures read in this search
    int reused = 0;                 ///< pictures whose fingerprint was there
    std::vector<UnreadablePicture> unreadable;
    double seconds = 0;
};

/**
 * Looks for copies among all pictures of a workspace, the true test's and those set aside included, and
 * stores what it finds. Fingerprints are stored as they are made, so that a search that was cancelled goes
 * on, and the next one reads new pictures only. Memory: 1.3 KB a picture, and what decoding takes.
 */
class DuplicatesJob : public Job
{
public:
    /** threads: 0 for what the machine has. */
    explicit DuplicatesJob(Workspace workspace, int threads = 0);

    std::string name() const override { return "look for copies"; }
    /** Errors: those of the catalogue. A picture that cannot be read is noted. */
    Result<void> run(JobContext& context) override;
    const DuplicatesResult& result() const { return m_result; }

private:
    Result<void> makeFingerprints(Catalogue& catalogue, const std::vector<ImageRecord>& images,
                                  JobContext& context);

    Workspace m_workspace;
    int m_threads;
    DuplicatesResult m_result;
};

} // namespace nakama
