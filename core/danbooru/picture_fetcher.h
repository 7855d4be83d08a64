#pragma once

#include "core/danbooru/patience.h"
#include "core/danbooru/post_file.h"
#include "core/workspace/post_log.h"
#include "core/workspace/records.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

namespace nakama
{

/** A picture that was asked for: its verified file and what is known of it, or why there is none. */
struct FetchedPicture
{
    WantedPost wanted;
    std::filesystem::path file; ///< in the folder that was given; the caller moves or removes it
    tl::expected<NewImage, Trouble> outcome;
};

struct FetcherParams
{
    ClientParams client;
    PostVariant variant = PostVariant::Original;
    std::string userAgent;
    std::filesystem::path folder; ///< where files are written as they come
};

/**
 * Fetches pictures on a few threads, each with a connection of its own that stays open: to a file, size and
 * MD5 compared where they are published, decoded once to prove that it is a picture. Credentials are never
 * sent. One picture at a time is decoded, which bounds the memory.
 */
class PictureFetcher
{
public:
    explicit PictureFetcher(FetcherParams params);
    /** Files that nobody took stay. */
    ~PictureFetcher();
    PictureFetcher(const PictureFetcher&) = delete;
    PictureFetcher& operator=(const PictureFetcher&) = delete;

    void add(WantedPost post);
    /** Pictures that were added and not taken yet. */
    std::size_t pending() const;
    /** Gives up what is under way or waits: it comes as a Trouble of ErrorCode::Cancelled. */
    void stop() { m_stop.request(); }
    /**
     * Those that are ready, at least one while any is pending; every one that was added comes. A cancelled
     * context means stop(). Exceptions of libraries on the threads are thrown here.
     */
    std::vector<FetchedPicture> take(const JobContext& context);

private:
    void work();
    FetchedPicture fetch(HttpSession& session, WantedPost post);

    FetcherParams m_params;
    Patience m_patience;
    CancelToken m_stop;
    std::mutex m_decoding;

    mutable std::mutex m_mutex; ///< of all below
    std::condition_variable m_changed;
    std::deque<WantedPost> m_tasks;
    std::vector<FetchedPicture> m_ready;
    std::size_t m_pending = 0;
    std::exception_ptr m_exception;
    bool m_ended = false;
    std::vector<std::thread> m_threads;
};

} // namespace nakama
