#include "app/cli/picture_bench.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <ctime>
#include <exception>
#include <mutex>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

namespace nakama
{

namespace
{

/** By name: what has another one is not counted as a failure. */
bool isPicture(const std::filesystem::path& path)
{
    constexpr std::array<std::string_view, 6> endings{".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp"};
    auto ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::ranges::find(endings, ending) != endings.end();
}

Result<std::vector<std::filesystem::path>> picturesBelow(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> pictures;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        if (entry->is_regular_file(error) && isPicture(entry->path()))
            pictures.push_back(entry->path());
    if (error)
        return fail(ErrorCode::NotFound, "the folder cannot be read: " + error.message(), folder.string());
    if (pictures.empty())
        return fail(ErrorCode::NotFound, "there is no picture (JPEG, PNG, WebP, GIF, BMP) in this folder",
                    folder.string());
    std::ranges::sort(pictures);
    return pictures;
}

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

} // namespace

PictureBench::PictureBench(std::filesystem::path folder, int threads, Work work)
    : m_folder(std::move(folder)), m_threads(threads), m_work(std::move(work))
{
}

Result<void> PictureBench::run(JobContext& context)
{
    m_result = {};
    NAKAMA_TRY(const auto pictures, picturesBelow(m_folder));
    std::ignore = m_work(pictures.front(), 0);

    const auto start = std::chrono::steady_clock::now();
    const double cpuStart = cpuSeconds();
    workThrough(pictures, context);
    m_result.cpuSeconds = cpuSeconds() - cpuStart;
    m_result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    NAKAMA_CHECK(context.checkpoint());
    if (m_result.images == 0)
        return fail(ErrorCode::NotFound, "none of the pictures could be used: " + m_result.failed.front(),
                    m_folder.string());
    return {};
}

void PictureBench::workThrough(const std::vector<std::filesystem::path>& pictures, JobContext& context)
{
    std::atomic<std::size_t> next{0};
    std::mutex mutex; // guards the result and the exception
    std::exception_ptr exception;
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < pictures.size() && !context.cancelled(); i = next++) {
                const auto done = m_work(pictures[i], i);
                const std::scoped_lock lock(mutex);
                if (done)
                    ++m_result.images;
                else
                    m_result.failed.push_back(done.error().text());
            }
        } catch (...) { // an exception must reach the job's edge, not end the process
            const std::scoped_lock lock(mutex);
            exception = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < m_threads; ++i)
            helpers.emplace_back(work);
        work();
    }
    if (exception)
        std::rethrow_exception(exception);
}

} // namespace nakama
