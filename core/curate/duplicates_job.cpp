#include "core/curate/duplicates_job.h"

#include "core/curate/copy_groups.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace nakama
{

namespace
{

/** Fingerprints that are stored together: a second or two of work that a crash may cost. */
constexpr std::size_t batchSize = 256;

using MadeFingerprint = std::optional<Result<Fingerprint>>;

/** Fingerprints of some files on several threads; those that a cancel kept from being made are nothing. */
std::vector<MadeFingerprint> makeAll(const std::vector<std::filesystem::path>& files, int threads,
                                     const JobContext& context)
{
    std::vector<MadeFingerprint> made(files.size());
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr exception;
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < files.size() && !context.cancelled(); i = next++)
                made[i] = fingerprintOfFile(files[i]);
        } catch (...) { // an exception must reach the job's edge, not end the process
            const std::lock_guard lock(mutex);
            exception = std::current_exception();
            next = files.size();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < threads; ++i)
            helpers.emplace_back(work);
        work();
    }
    if (exception)
        std::rethrow_exception(exception);
    return made;
}

} // namespace

DuplicatesJob::DuplicatesJob(Workspace workspace, int threads)
    : m_workspace(std::move(workspace)), m_threads(threads)
{
    if (m_threads <= 0)
        m_threads = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 8);
}

Result<void> DuplicatesJob::run(JobContext& context)
{
    const auto start = std::chrono::steady_clock::now();
    m_result = {};
    NAKAMA_CHECK(context.checkpoint());
    NAKAMA_TRY(auto catalogue, m_workspace.catalogue());
    CopyStore store(catalogue);
    NAKAMA_TRY(const auto images, catalogue.images());
    NAKAMA_CHECK(makeFingerprints(catalogue, images, context));

    std::unordered_map<std::int64_t, const ImageRecord*> byId;
    for (const auto& image : images)
        byId[image.id] = &image;
    std::vector<CopyItem> items;
    items.reserve(images.size());
    NAKAMA_CHECK(
        store.fingerprints(Fingerprint::version, [&](std::int64_t id, std::span<const std::byte> bytes) {
            const auto image = byId.find(id);
            const auto fingerprint = fingerprintFromBytes(bytes);
            if (image != byId.end() && fingerprint)
                items.push_back({id, image->second->width, image->second->height, image->second->bytes,
                                 image->second->pool, image->second->classIndex >= 0,
                                 image->second->setAside.has_value(), *fingerprint});
        }));
    NAKAMA_TRY(const auto notCopies, store.notCopies());
    NAKAMA_TRY(m_result.copies, findCopies(items, notCopies, context));
    NAKAMA_CHECK(context.checkpoint());
    CopySearchInfo info;
    info.version = Fingerprint::version;
    info.lastImageId = images.empty() ? 0 : images.back().id;
    info.images = static_cast<int>(images.size());
    info.unreadable = static_cast<int>(m_result.unreadable.size());
    NAKAMA_CHECK(store.setCopies(m_result.copies, info));
    m_result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return {};
}

Result<void> DuplicatesJob::makeFingerprints(Catalogue& catalogue, const std::vector<ImageRecord>& images,
                                             JobContext& context)
{
    CopyStore store(catalogue);
    std::unordered_set<std::int64_t> known;
    NAKAMA_CHECK(store.fingerprints(Fingerprint::version,
                                    [&](std::int64_t id, std::span<const std::byte>) { known.insert(id); }));
    std::vector<const ImageRecord*> wanted;
    for (const auto& image : images)
        if (!known.contains(image.id))
            wanted.push_back(&image);
    m_result.reused = static_cast<int>(images.size() - wanted.size());
    const auto total = std::ssize(wanted);
    for (std::size_t begin = 0; begin < wanted.size(); begin += batchSize) {
        context.progress(static_cast<std::int64_t>(begin), total, "reading pictures");
        const auto batch = std::span(wanted).subspan(begin, std::min(batchSize, wanted.size() - begin));
        std::vector<std::filesystem::path> files;
        for (const auto* image : batch)
            files.push_back(m_workspace.imagePath(image->sha256, image->extension));
        const auto made = makeAll(files, m_threads, context);
        const auto storeBatch = [&]() -> Result<void> {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                if (!made[i])
                    continue;
                if (!*made[i]) {
                    m_result.unreadable.push_back({files[i], made[i]->error().message});
                    continue;
                }
                NAKAMA_CHECK(
                    store.setFingerprint(batch[i]->id, Fingerprint::version, fingerprintBytes(**made[i])));
                ++m_result.fingerprinted;
            }
            return {};
        };
        NAKAMA_CHECK(catalogue.transaction(storeBatch));
        NAKAMA_CHECK(context.checkpoint());
    }
    return {};
}

} // namespace nakama
