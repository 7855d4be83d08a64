#pragma once

#include "core/workspace/catalogue.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** What is asked of a site for a class. */
struct SearchKey
{
    int classIndex = -1;
    std::string query;
};

/** How far a search has been asked: every id from oldest to newest has been listed. */
struct Search
{
    std::int64_t number = 0;
    int classIndex = -1;
    std::int64_t newest = 0;
    std::int64_t oldest = 0; ///< 0: nothing has been listed
    bool exhausted = false;  ///< there is nothing below oldest
    bool upToDate = false;   ///< what is above newest was asked for in this round, or was never behind
};

/** A post as a page of a search had it. */
struct ListedPost
{
    Post post;
    std::string objection; ///< why this search does not want it; empty: it does
};

/** A post whose picture is still to be fetched. */
struct WantedPost
{
    std::int64_t number = 0; ///< the log's
    Post post;
};

/** What has become of the posts of a search. */
struct SearchTally
{
    int found = 0;
    int stored = 0;
    int wanted = 0;
    int unavailable = 0;
    int rejected = 0; ///< by the search's filter, or by a person
    int failed = 0;
    int inOtherClass = 0; ///< stored or wanted for another class, or in the true test
};

/** How a post that was listed stands before anything is fetched. */
enum class PostStanding { New, Stored, InOtherClass, Failed, Rejected };

struct FailedPost
{
    std::int64_t postId = 0;
    std::string url;
    std::string reason;
};

struct PostOfOtherClass
{
    std::int64_t postId = 0;
    int classIndex = -1; ///< −1: it is in the true test
};

/**
 * The catalogue's memory of one booru: what each search has listed, and what became of each post. Every
 * answer of the server goes in here, in one transaction, before the next question.
 */
class PostLog
{
public:
    PostLog(Catalogue& catalogue, std::string site) : m_catalogue(catalogue), m_site(std::move(site)) {}

    /**
     * The state of these searches. One that a run left unfinished goes on where it was; one that was finished
     * begins a new round, in which news are asked for.
     */
    Result<std::vector<Search>> begin(const std::vector<SearchKey>& keys);
    /** The round of these searches is over. */
    Result<void> finish(const std::vector<Search>& searches);
    /** What is known of a search without beginning a round; nothing where it was never begun. */
    Result<std::optional<Search>> find(const SearchKey& key) const;

    /** Stores a page together with the state of the search after it. */
    Result<void> addPage(const Search& search, const std::vector<ListedPost>& posts);

    Result<SearchTally> tally(const Search& search) const;
    /** Newest first, at most limit. */
    Result<std::vector<WantedPost>> wanted(const Search& search, int limit) const;
    Result<std::vector<FailedPost>> failures(const Search& search) const;
    Result<std::vector<PostOfOtherClass>> inOtherClasses(const Search& search) const;
    Result<PostStanding> standing(const Post& post, int classIndex) const;

    /** The picture is in the workspace, under this class (−1: none that counts). */
    Result<void> setStored(std::int64_t number, std::int64_t imageId, int classIndex, PostVariant variant);
    Result<void> setFailed(std::int64_t number, const std::string& reason);
    /** What failed is wanted again: posts with these ids, also such as only did not come yet; empty: all that
     * failed. Newest first. */
    Result<std::vector<WantedPost>> retryFailures(const Search& search, const std::vector<std::int64_t>& ids);

    /** The picture with this content, or that a post with this original gave; nothing where there is none. */
    Result<std::optional<ImageRecord>> imageOf(const std::string& md5) const;
    /** Pictures of which no MD5 is known yet, at most limit. */
    Result<std::vector<ImageRecord>> imagesWithoutMd5(int limit) const;
    Result<void> setImageMd5(std::int64_t imageId, const std::string& md5);

private:
    Result<void> addPost(const Search& search, const ListedPost& listed);

    Catalogue& m_catalogue;
    std::string m_site;
};

} // namespace nakama
