#include "core/danbooru/collect_run.h"

#include "core/base/hash.h"
#include "core/danbooru/search_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nakama
{

namespace
{

constexpr int mostFailuresInARow = 8; ///< that may pass, until the host counts as down
constexpr int hashedAtOnce = 100;

/** Pictures of workspaces that are older than this: their MD5 is computed once, or they would come again. */
Result<void> fillMissingMd5(const Workspace& workspace, Catalogue& catalogue, PostLog& log,
                            JobContext& context)
{
    while (true) {
        NAKAMA_TRY(const auto images, log.imagesWithoutMd5(hashedAtOnce));
        if (images.empty())
            return {};
        std::vector<std::pair<std::int64_t, std::string>> hashes;
        for (const auto& image : images) {
            NAKAMA_CHECK(context.checkpoint());
            context.progress(0, 0, "looking at the pictures that are there");
            const auto hash = md5OfFile(workspace.imagePath(image.sha256, image.extension));
            hashes.emplace_back(image.id, hash ? *hash : ""); // a missing file is no reason not to collect
        }
        const auto keep = [&]() -> Result<void> {
            for (const auto& [id, hash] : hashes)
                NAKAMA_CHECK(log.setImageMd5(id, hash));
            return {};
        };
        NAKAMA_CHECK(catalogue.transaction(keep));
    }
}

} // namespace

SearchKey searchKey(const CollectPlan& plan, const CollectWish& wish, const PostFilter& filter)
{
    const auto& tags = plan.classes.at(static_cast<std::size_t>(wish.classIndex)).danbooruTag;
    // What only we filter by is part of the search all the same.
    const auto* ours = filter.characters == CharactersShown::OneOnly ? " | one character" : "";
    return {wish.classIndex, searchTags(tags, filter) + ours};
}

CollectRun::CollectRun(const Workspace& workspace, const CollectParams& params, CollectPlan plan,
                       const CollectObserver& observer, CollectReport& report, JobContext& context)
    : m_workspace(workspace), m_params(params), m_plan(std::move(plan)), m_observer(observer),
      m_report(report), m_context(context), m_client(params.client)
{
}

Result<void> CollectRun::run()
{
    NAKAMA_CHECK(begin());
    Result<void> ended;
    for (std::size_t i = 0; i < m_searches.size() && ended; ++i)
        ended = collect(i);
    if (ended)
        ended = m_log->finish(m_searches);
    // Whatever ended it, the report is whole.
    const auto reported = reportRest();
    return ended ? reported : ended;
}

Result<void> CollectRun::begin()
{
    NAKAMA_TRY(auto writer, ImageWriter::open(m_workspace));
    m_writer.emplace(std::move(writer));
    m_log.emplace(m_writer->catalogue(), m_plan.site);
    NAKAMA_CHECK(fillMissingMd5(m_workspace, m_writer->catalogue(), *m_log, m_context));
    std::vector<SearchKey> keys;
    for (const auto& wish : m_plan.wishes)
        keys.push_back(searchKey(m_plan, wish, m_params.filter));
    NAKAMA_TRY(m_searches, m_log->begin(keys));
    for (std::size_t i = 0; i < m_searches.size(); ++i) {
        auto& again = m_again.emplace_back();
        if (m_params.failed == FailedPosts::TryAgain) {
            NAKAMA_TRY(again, m_log->retryFailures(m_searches[i], m_params.postsToTryAgain));
        }
        auto& standing = m_report.classes.emplace_back();
        standing.classIndex = m_plan.wishes[i].classIndex;
        standing.wanted = m_plan.wishes[i].wanted;
        NAKAMA_CHECK(update(i));
    }
    return {};
}

Result<void> CollectRun::collect(std::size_t index)
{
    auto& standing = m_report.classes[index];
    // Whoever asks for these wants them, whether or not the class has enough by now.
    if (auto& again = m_again[index]; !again.empty())
        NAKAMA_CHECK(fetch(index, std::exchange(again, {})));
    while (true) {
        NAKAMA_CHECK(m_context.checkpoint());
        NAKAMA_CHECK(update(index));
        const int missing = standing.wanted - standing.have();
        if (missing <= 0)
            return {};
        NAKAMA_TRY(auto posts, nextWanted(m_searches[index], missing));
        if (!posts.empty()) {
            NAKAMA_CHECK(fetch(index, std::move(posts)));
            continue;
        }
        NAKAMA_TRY(const bool more, list(index));
        if (!more)
            return {};
    }
}

Result<bool> CollectRun::list(std::size_t index)
{
    auto& search = m_searches[index];
    const auto page = nextPage(search);
    if (!page)
        return false;
    const auto& tags = m_plan.classes.at(static_cast<std::size_t>(search.classIndex)).danbooruTag;
    const auto answer = m_client.posts(searchTags(tags, m_params.filter), *page, m_context);
    if (!answer && answer.error().code == ErrorCode::InvalidArgument) { // this search; others may do
        m_report.classes[index].problem = answer.error().message;
        return false;
    }
    if (!answer)
        return fail(answer.error());
    NAKAMA_TRY(const auto after, afterPage(search, *page, *answer));
    std::vector<ListedPost> posts;
    for (const auto& post : answer->posts)
        posts.push_back({post, post.isVisible() ? objectionTo(post, m_params.filter) : std::string()});
    NAKAMA_CHECK(m_log->addPage(after, posts));
    search = after;
    if (search.newest == 0) {
        NAKAMA_TRY(m_report.classes[index].problem, explainNothing(m_client, tags, m_plan.site, m_context));
    }
    return true;
}

Result<std::vector<WantedPost>> CollectRun::nextWanted(const Search& search, int missing) const
{
    const auto left = static_cast<int>(m_leftForLater.size());
    NAKAMA_TRY(auto posts, m_log->wanted(search, missing + left));
    std::erase_if(posts, [&](const WantedPost& post) { return m_leftForLater.contains(post.number); });
    if (std::ssize(posts) > missing)
        posts.resize(static_cast<std::size_t>(missing));
    return posts;
}

Result<PictureFetcher*> CollectRun::fetcher()
{
    if (!m_fetcher) {
        NAKAMA_TRY(auto userAgent, m_client.userAgent(m_context));
        m_fetcher = std::make_unique<PictureFetcher>(
            FetcherParams{m_params.client, m_params.variant, userAgent, m_workspace.incomingFolder()});
    }
    return m_fetcher.get();
}

Result<void> CollectRun::fetch(std::size_t index, std::vector<WantedPost> posts)
{
    NAKAMA_TRY(auto* const pictures, fetcher());
    std::set<std::string> asked;
    for (auto& post : posts) {
        NAKAMA_TRY(const auto known, m_log->imageOf(post.post.md5));
        if (known)
            NAKAMA_CHECK(link(post, *known, m_searches[index].classIndex));
        else if (asked.insert(post.post.md5).second) // another post of the same picture is linked next time
            pictures->add(std::move(post));
    }
    Result<void> ended;
    while (pictures->pending() > 0) {
        auto stored = store(index, pictures->take(m_context));
        if (!stored && ended) {
            ended = std::move(stored);
            pictures->stop(); // what has come by then is stored all the same
        }
    }
    return ended;
}

Result<void> CollectRun::link(const WantedPost& wanted, const ImageRecord& image, int classIndex)
{
    auto& catalogue = m_writer->catalogue();
    return catalogue.transaction([&]() -> Result<void> {
        int owner = image.pool == Pool::TrueTest ? -1 : image.classIndex;
        if (image.pool == Pool::Pool && image.classIndex < 0) {
            NAKAMA_TRY(const auto history, catalogue.labelHistory(image.id));
            if (history.empty()) { // else somebody took its label away on purpose
                NAKAMA_CHECK(catalogue.setLabel(image.id, classIndex, "danbooru"));
                owner = classIndex;
            }
        }
        return m_log->setStored(wanted.number, image.id, owner, m_params.variant);
    });
}

Result<void> CollectRun::store(std::size_t index, std::vector<FetchedPicture> pictures)
{
    std::vector<FetchedPicture> batch;
    Result<void> ended;
    for (auto& picture : pictures) {
        // What is there is stored, whatever happened to the rest.
        auto taken = picture.outcome ? takeIn(index, picture, batch) : noteFailure(index, picture);
        if (taken)
            continue;
        std::error_code ignored;
        std::filesystem::remove(picture.file, ignored);
        if (ended)
            ended = std::move(taken);
    }
    const auto committed = commit(index, batch);
    return ended ? committed : ended;
}

Result<void> CollectRun::takeIn(std::size_t index, FetchedPicture& picture,
                                std::vector<FetchedPicture>& batch)
{
    m_failuresInARow = 0;
    auto& image = *picture.outcome;
    const int classIndex = m_searches[index].classIndex;
    NAKAMA_TRY(const auto present, m_writer->find(image.sha256));
    if (present) { // the same file from another post; one that is in this batch is linked another time
        std::error_code ignored;
        std::filesystem::remove(picture.file, ignored);
        return present->id > 0 ? link(picture.wanted, *present, classIndex) : Result<void>{};
    }
    const auto host = m_plan.site.substr(m_plan.site.find("//") + 2);
    image.source = "danbooru";
    image.originalName = fmt::format("{}/posts/{}", host, picture.wanted.post.id);
    image.classIndex = classIndex;
    image.labelOrigin = "danbooru";
    NAKAMA_CHECK(m_writer->addFile(image, picture.file));
    batch.push_back(std::move(picture));
    return {};
}

Result<void> CollectRun::commit(std::size_t index, const std::vector<FetchedPicture>& batch)
{
    auto& catalogue = m_writer->catalogue();
    std::vector<CollectedPicture> collected;
    const auto noteStored = [&](const std::vector<std::int64_t>&) -> Result<void> {
        for (const auto& picture : batch) {
            NAKAMA_TRY(const auto image, catalogue.findImage(picture.outcome->sha256));
            NAKAMA_CHECK(m_log->setStored(picture.wanted.number, image.value().id,
                                          m_searches[index].classIndex, m_params.variant));
            collected.push_back({*image, picture.wanted.post.id});
        }
        return {};
    };
    NAKAMA_CHECK(m_writer->commit(noteStored));
    auto& standing = m_report.classes[index];
    for (const auto& picture : collected) {
        ++standing.downloaded;
        standing.downloadedBytes += picture.image.bytes;
        if (m_observer.pictureCollected)
            m_observer.pictureCollected(picture);
    }
    return update(index);
}

Result<void> CollectRun::noteFailure(std::size_t index, const FetchedPicture& picture)
{
    const auto& trouble = picture.outcome.error();
    if (trouble.kind == Trouble::Kind::OfAll)
        return fail(trouble.error);
    const CollectFailure failure{m_searches[index].classIndex, picture.wanted.post.id,
                                 fileOf(picture.wanted.post, m_params.variant).url, trouble.error.message};
    if (trouble.kind == Trouble::Kind::Lasting) {
        NAKAMA_CHECK(m_log->setFailed(picture.wanted.number, trouble.error.message));
        m_failuresInARow = 0;
    } else {
        m_leftForLater.insert(picture.wanted.number);
        m_report.failed.push_back(failure);
        ++m_failuresInARow;
    }
    if (m_observer.pictureFailed)
        m_observer.pictureFailed(failure);
    if (m_failuresInARow >= mostFailuresInARow)
        return fail(ErrorCode::Io,
                    fmt::format("{} pictures in a row did not come, the last because {}; what came is "
                                "kept, go on later",
                                m_failuresInARow, trouble.error.message),
                    trouble.error.context);
    return {};
}

Result<void> CollectRun::update(std::size_t index)
{
    auto& standing = m_report.classes[index];
    NAKAMA_TRY(const auto tally, m_log->tally(m_searches[index]));
    standing.found = tally.found;
    standing.alreadyThere = tally.stored - standing.downloaded;
    standing.unavailable = tally.unavailable;
    standing.rejected = tally.rejected;
    standing.failed = tally.failed;
    standing.inOtherClass = tally.inOtherClass;
    for (const auto& failure : m_report.failed)
        standing.failed += failure.classIndex == standing.classIndex ? 1 : 0;
    if (m_observer.classChanged)
        m_observer.classChanged(standing);
    std::int64_t have = 0, wanted = 0;
    for (const auto& one : m_report.classes) {
        have += std::min(one.have(), one.wanted);
        wanted += one.wanted;
    }
    m_context.progress(have, wanted, "collecting pictures");
    return {};
}

Result<void> CollectRun::reportRest()
{
    for (const auto& search : m_searches) {
        NAKAMA_TRY(const auto failures, m_log->failures(search));
        for (const auto& failure : failures)
            m_report.failed.push_back({search.classIndex, failure.postId, failure.url, failure.reason});
        NAKAMA_TRY(const auto others, m_log->inOtherClasses(search));
        for (const auto& post : others)
            m_report.shared.push_back({post.postId, post.classIndex, search.classIndex});
    }
    return {};
}

} // namespace nakama
