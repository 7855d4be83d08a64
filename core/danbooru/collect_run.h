#pragma once

#include "core/danbooru/collect_job.h"
#include "core/danbooru/picture_fetcher.h"
#include "core/workspace/image_writer.h"
#include "core/workspace/post_log.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace nakama
{

/** What a run of a CollectJob works on; all parameters have been checked. */
struct CollectPlan
{
    std::string site;
    std::vector<ClassInfo> classes; ///< of the workspace
    std::vector<CollectWish> wishes;
};

/** The search for a class. */
SearchKey searchKey(const CollectPlan& plan, const CollectWish& wish, const PostFilter& filter);

/** Why a search has listed nothing, asked from the server: a tag that does not exist, or the filter. */
Result<std::string> explainNothing(DanbooruClient& client, const std::string& tags, const std::string& site,
                                   JobContext& context);

/** The download of a CollectJob: class by class, lists posts, fetches pictures and stores them. */
class CollectRun
{
public:
    CollectRun(const Workspace& workspace, const CollectParams& params, CollectPlan plan,
               const CollectObserver& observer, CollectReport& report, JobContext& context);

    Result<void> run();

private:
    Result<void> begin();
    Result<void> collect(std::size_t index);
    /** Whether there was another page. */
    Result<bool> list(std::size_t index);
    Result<std::vector<WantedPost>> nextWanted(const Search& search, int missing) const;
    Result<void> fetch(std::size_t index, std::vector<WantedPost> posts);
    Result<void> link(const WantedPost& wanted, const ImageRecord& image, int classIndex);
    Result<void> store(std::size_t index, std::vector<FetchedPicture> pictures);
    Result<void> takeIn(std::size_t index, FetchedPicture& picture, std::vector<FetchedPicture>& batch);
    Result<void> commit(std::size_t index, const std::vector<FetchedPicture>& batch);
    Result<void> noteFailure(std::size_t index, const FetchedPicture& picture);
    Result<PictureFetcher*> fetcher();
    Result<void> update(std::size_t index);
    Result<void> reportRest();

    const Workspace& m_workspace;
    const CollectParams& m_params;
    CollectPlan m_plan;
    const CollectObserver& m_observer;
    CollectReport& m_report;
    JobContext& m_context;

    DanbooruClient m_client;
    std::optional<ImageWriter> m_writer;
    std::optional<PostLog> m_log;
    std::vector<Search> m_searches;               ///< one a wish, like m_report.classes
    std::vector<std::vector<WantedPost>> m_again; ///< what is tried again, by search
    std::unique_ptr<PictureFetcher> m_fetcher;
    std::set<std::int64_t> m_leftForLater; ///< posts, by the log's number, that did not come in this run
    int m_failuresInARow = 0;
};

} // namespace nakama
