#pragma once

#include "core/base/job.h"
#include "core/danbooru/client.h"
#include "core/danbooru/search_tags.h"
#include "core/workspace/records.h"
#include "core/workspace/workspace.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** A class to collect for. Its tags are those of the catalogue (ClassInfo::danbooruTag). */
struct CollectWish
{
    int classIndex = 0;
    int wanted = 100; ///< pictures of this search in the workspace, those of earlier runs counted
};

enum class CollectMode {
    Download,
    DryRun, ///< lists as a download would, and keeps nothing; the workspace may be open for reading only
};
enum class FailedPosts { LeaveOut, TryAgain }; ///< those that failed for good in earlier runs

struct CollectParams
{
    ClientParams client;
    std::vector<CollectWish> wishes; ///< empty: 100 of every class that has a tag
    PostFilter filter;
    PostVariant variant = PostVariant::Original;
    CollectMode mode = CollectMode::Download;
    FailedPosts failed = FailedPosts::LeaveOut;
    std::vector<std::int64_t> postsToTryAgain; ///< with TryAgain: these alone; empty: all that failed
};

/** How a class stands: figures over all runs of this search, but for downloaded. */
struct CollectedClass
{
    int classIndex = -1;
    int wanted = 0;
    int found = 0;        ///< posts that the search has listed so far; it stops when enough are wanted
    int downloaded = 0;   ///< in this run
    int alreadyThere = 0; ///< in the workspace before this run, from whatever source
    int unavailable = 0;  ///< hidden from this account by the server
    int rejected = 0;     ///< by the filter on our side, or by a person earlier
    int failed = 0;
    int inOtherClass = 0; ///< in another class's results too, which has it (CollectReport::shared)
    std::int64_t downloadedBytes = 0;
    std::string problem; ///< why nothing can be collected, such as a tag that does not exist; usually empty

    int have() const { return downloaded + alreadyThere; }

    // Of a dry run only:
    int wouldDownload = 0;
    std::int64_t estimatedBytes = 0;           ///< of what would be downloaded, in the chosen variant
    std::optional<std::int64_t> countOnServer; ///< nothing where the server gave up counting
};

struct CollectFailure
{
    int classIndex = -1;
    std::int64_t postId = 0;
    std::string url; ///< of the file
    std::string reason;
};

/** A post in the results of two classes. It belongs to the first; the second did not label it again. */
struct SharedPost
{
    std::int64_t postId = 0;
    int classIndex = -1;
    int otherClassIndex = -1;
};

/** A picture that has just become part of the workspace. */
struct CollectedPicture
{
    ImageRecord image; ///< with its id; the file is at Workspace::imagePath()
    std::int64_t postId = 0;
};

struct CollectReport
{
    std::vector<CollectedClass> classes; ///< in the order of the wishes
    std::vector<CollectFailure> failed;  ///< also those of earlier runs that were not tried again
    std::vector<SharedPost> shared;
};

/** What happens while it happens; each is called on the job's thread, and may be empty. */
struct CollectObserver
{
    std::function<void(const CollectedClass&)> classChanged;
    std::function<void(const CollectedPicture&)> pictureCollected;
    std::function<void(const CollectFailure&)> pictureFailed;
};

/**
 * Collects the pictures of classes from a Danbooru server: search → posts → filter → fetch → verify → store,
 * with source and label origin "danbooru". Every answer of the server is kept in the catalogue before the
 * next question, so that a run that was cancelled, killed or cut off goes on without repeating one; a run
 * after a finished one asks only for what is new. A picture is fetched once, whatever the number of classes,
 * posts or sources that have it (by MD5), and never again after a person rejected it.
 *
 * Memory is bounded by one decoded picture; files go to the disk as they come.
 *
 * Errors: InvalidArgument (parameters, class without a tag where it was named), those of DanbooruClient where
 * they concern all of it, DiskFull, Io. What has been collected until then stays, report() has it.
 */
class CollectJob : public Job
{
public:
    CollectJob(Workspace workspace, CollectParams params, CollectObserver observer = {});

    std::string name() const override { return "collect pictures"; }
    Result<void> run(JobContext& context) override;
    const CollectReport& report() const { return m_report; }

private:
    Workspace m_workspace;
    CollectParams m_params;
    CollectObserver m_observer;
    CollectReport m_report;
};

} // namespace nakama
