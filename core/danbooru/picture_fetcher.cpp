#include "core/danbooru/picture_fetcher.h"

#include "core/danbooru/picture_attempt.h"

#include <utility>

namespace nakama
{

using namespace std::chrono_literals;

PictureFetcher::PictureFetcher(FetcherParams params)
    : m_params(std::move(params)), m_patience(m_params.client, std::make_shared<Pace>(0ms))
{
    for (int i = 0; i < m_params.client.parallelPictures; ++i)
        m_threads.emplace_back([this] { work(); });
}

PictureFetcher::~PictureFetcher()
{
    m_stop.request();
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_tasks.clear();
    }
    m_changed.notify_all();
    for (auto& thread : m_threads)
        thread.join();
}

void PictureFetcher::add(WantedPost post)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(post));
        ++m_pending;
    }
    m_changed.notify_all();
}

std::size_t PictureFetcher::pending() const
{
    const std::lock_guard lock(m_mutex);
    return m_pending;
}

std::vector<FetchedPicture> PictureFetcher::take(const JobContext& context)
{
    std::unique_lock lock(m_mutex);
    while (m_ready.empty() && m_pending > 0 && !m_exception) {
        if (context.cancelled())
            stop();
        m_changed.wait_for(lock, 50ms);
    }
    if (m_exception)
        std::rethrow_exception(m_exception);
    m_pending -= m_ready.size();
    return std::exchange(m_ready, {});
}

void PictureFetcher::work()
{
    HttpSession session; // belongs to this thread
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [&] { return m_ended || !m_tasks.empty(); });
        if (m_ended)
            return;
        auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        std::optional<FetchedPicture> fetched;
        std::exception_ptr exception;
        try {
            fetched.emplace(fetch(session, std::move(task)));
        } catch (...) { // of a library, such as no memory; it belongs to the job's edge
            exception = std::current_exception();
        }
        lock.lock();
        if (fetched)
            m_ready.push_back(std::move(*fetched));
        else
            m_exception = exception;
        m_changed.notify_all();
    }
}

FetchedPicture PictureFetcher::fetch(HttpSession& session, WantedPost wanted)
{
    const auto file = m_params.folder / ("post-" + std::to_string(wanted.post.id) + ".part");
    const auto asked = fileOf(wanted.post, m_params.variant);
    const JobContext context(m_stop);
    PictureAttempt attempt(session, m_params, asked, file);
    auto outcome = m_patience.tryUntilDone(
        [&]() -> tl::expected<void, Trouble> {
            if (auto came = attempt.download(context); !came)
                return came;
            const std::lock_guard lock(m_decoding);
            return attempt.examine();
        },
        context);
    if (outcome)
        return {std::move(wanted), file, attempt.image()};
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return {std::move(wanted), file, tl::unexpected(std::move(outcome.error()))};
}

} // namespace nakama
