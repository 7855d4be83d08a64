#pragma once

#include "core/augment/mixing.h"
#include "core/training/batch_plan.h"
#include "core/training/feed.h"
#include "core/training/picture_source.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory_resource>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <variant>
#include <vector>

namespace nakama
{

/** Writes what the model sees of a shrunk picture, 3 × crop × crop floats; position: as in the plan. Called
 * from several threads. */
using TileMaker = std::function<void(const cv::Mat& shrunk, int position, float* out)>;
/** Writes the same before normalising, crop × crop × 3 bytes, and tells what is to be erased of it then. */
using ByteTileMaker =
    std::function<std::optional<cv::Rect>(const cv::Mat& shrunk, int position, std::uint8_t* out)>;
/** Which of them it is says what the batches hold. */
using AnyTileMaker = std::variant<TileMaker, ByteTileMaker>;
/** How a batch of the plan is mixed with itself; empty: not at all. */
using MixMaker = std::function<Mix(std::size_t batch)>;

/**
 * Gives the batches of one plan, in its order, made ahead by worker threads. What is in a batch depends on
 * the plan and the tile maker alone, never on the number of threads. Unreadable pictures are left out of
 * their batch (see PictureSource::skipped()). At most batchesAhead batches are in memory.
 */
class BatchFeed : public Feed
{
public:
    static constexpr int batchesAhead = 4;

    /**
     * threads 0: see loaderThreadsFor(). memory holds the pixels; it and the source must outlive the feed.
     * first: the batch of the plan to begin with; those before it are not made. Beyond the plan: none is.
     */
    BatchFeed(PictureSource& source, BatchPlan plan, int crop, AnyTileMaker tile, int threads,
              MixMaker mix = {}, std::pmr::memory_resource* memory = std::pmr::get_default_resource(),
              std::size_t first = 0);

    Result<const Batch*> next(const JobContext& context) override;
    std::size_t batches() const override { return m_plan.size(); }
    double waitedSeconds() const override { return m_waitedSeconds; }

private:
    struct Slot
    {
        explicit Slot(std::pmr::memory_resource* memory) : batch(memory) {}

        Batch batch;
        std::vector<char> readable;
        std::size_t number = 0;  ///< of the batch in the plan
        std::size_t missing = 0; ///< pictures that are not done yet
        bool ready = false;
    };
    struct Task
    {
        Slot* slot;
        std::size_t row;
        int position;
    };

    void work(const std::stop_token& stop);
    bool takeTask(Task& task, const std::stop_token& stop);
    void fill(const Task& task);
    void startBatch(std::size_t number);
    void finishBatch(Slot& slot) const;
    static void dropUnreadable(Slot& slot);
    void mix(Slot& slot) const;
    int pictureAt(int position) const;
    Slot& slotOf(std::size_t batch) { return m_slots[batch % m_slots.size()]; }

    PictureSource& m_source;
    const BatchPlan m_plan;
    const AnyTileMaker m_tile;
    const MixMaker m_mix;
    const cv::Size m_size; ///< of the model's input
    const std::size_t m_pictureValues;
    double m_waitedSeconds = 0;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_roomChanged;
    std::condition_variable m_batchDone;
    std::vector<Slot> m_slots;
    std::size_t m_startedBatches;
    std::size_t m_startedRows; ///< of the batch that was started last
    std::size_t m_givenBatches;
    std::size_t m_returnedBatches;
    std::exception_ptr m_failure;

    std::vector<std::jthread> m_workers; ///< last, so that they end before what they use
};

/** The wished number of threads; 0 means as many as there are cores, at most 8. */
int loaderThreadsFor(int wished);

} // namespace nakama
