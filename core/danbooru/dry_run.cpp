#include "core/danbooru/dry_run.h"

#include "core/danbooru/post_file.h"
#include "core/danbooru/search_pages.h"

namespace nakama
{

namespace
{

void count(const Post& post, PostStanding standing, const CollectParams& params, CollectedClass& figures)
{
    switch (standing) {
    case PostStanding::New:
        if (figures.have() + figures.wouldDownload < figures.wanted) {
            ++figures.wouldDownload;
            figures.estimatedBytes += estimatedBytes(post, params.variant);
        }
        break;
    case PostStanding::Stored:
        ++figures.alreadyThere;
        break;
    case PostStanding::InOtherClass:
        ++figures.inOtherClass;
        break;
    case PostStanding::Failed:
        ++figures.failed;
        break;
    case PostStanding::Rejected:
        ++figures.rejected;
        break;
    }
}

} // namespace

Result<void> dryRun(const Workspace& workspace, const CollectParams& params, const CollectPlan& plan,
                    const CollectObserver& observer, CollectReport& report, JobContext& context)
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    const PostLog log(catalogue, plan.site);
    DanbooruClient client(params.client);
    for (const auto& wish : plan.wishes) {
        auto& figures = report.classes.emplace_back();
        figures.classIndex = wish.classIndex;
        figures.wanted = wish.wanted;
        const auto& tags = plan.classes.at(static_cast<std::size_t>(wish.classIndex)).danbooruTag;
        const auto query = searchTags(tags, params.filter);
        NAKAMA_TRY(figures.countOnServer, client.count(query, context));
        Search search; // from the newest on, whatever was listed before
        search.upToDate = true;
        while (figures.have() + figures.wouldDownload < figures.wanted) {
            const auto page = nextPage(search);
            if (!page)
                break;
            const auto list = client.posts(query, *page, context);
            if (!list && list.error().code == ErrorCode::InvalidArgument) { // this search; others may do
                figures.problem = list.error().message;
                break;
            }
            if (!list)
                return fail(list.error());
            NAKAMA_TRY(search, afterPage(search, *page, *list));
            for (const auto& post : list->posts) {
                ++figures.found;
                if (!post.isVisible()) {
                    ++figures.unavailable;
                } else if (!objectionTo(post, params.filter).empty()) {
                    ++figures.rejected;
                } else {
                    NAKAMA_TRY(const auto standing, log.standing(post, wish.classIndex));
                    count(post, standing, params, figures);
                }
            }
        }
        if (figures.found == 0 && figures.wanted > 0 && figures.problem.empty()) {
            NAKAMA_TRY(figures.problem, explainNothing(client, tags, plan.site, context));
        }
        if (observer.classChanged)
            observer.classChanged(figures);
        context.progress(std::ssize(report.classes), std::ssize(plan.wishes), "asking what there is");
    }
    return {};
}

} // namespace nakama
