#include "core/training/batch_feed.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace nakama
{

namespace
{

/** Moves the rows that are kept together; all are of one length. */
template<typename Rows>
void keepRows(Rows& rows, const std::vector<char>& kept)
{
    const std::size_t length = rows.size() / kept.size();
    auto to = rows.begin();
    for (std::size_t row = 0; row < kept.size(); ++row)
        if (kept[row]) {
            const auto from = rows.begin() + static_cast<std::ptrdiff_t>(row * length);
            const auto end = from + static_cast<std::ptrdiff_t>(length);
            to = from == to ? end : std::copy(from, end, to);
        }
    rows.erase(to, rows.end());
}

} // namespace

int loaderThreadsFor(int wished)
{
    constexpr int most = 8;
    const auto cores = static_cast<int>(std::thread::hardware_concurrency());
    return wished > 0 ? wished : std::clamp(cores, 1, most);
}

BatchFeed::BatchFeed(PictureSource& source, BatchPlan plan, int crop, AnyTileMaker tile, int threads,
                     MixMaker mix, std::pmr::memory_resource* memory, std::size_t first)
    : m_source(source), m_plan(std::move(plan)), m_tile(std::move(tile)), m_mix(std::move(mix)),
      m_size(crop, crop),
      m_pictureValues(std::size_t{3} * static_cast<std::size_t>(crop) * static_cast<std::size_t>(crop)),
      m_startedBatches(std::min(first, m_plan.size())),
      m_startedRows(m_startedBatches > 0 ? m_plan[m_startedBatches - 1].size() : 0),
      m_givenBatches(m_startedBatches), m_returnedBatches(m_startedBatches)
{
    m_slots.reserve(batchesAhead);
    for (int i = 0; i < batchesAhead; ++i)
        m_slots.emplace_back(memory);
    for (int i = 0; i < loaderThreadsFor(threads); ++i)
        m_workers.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

void BatchFeed::work(const std::stop_token& stop)
{
    try {
        for (Task task; takeTask(task, stop);) {
            fill(task);
            std::unique_lock lock(m_mutex);
            if (--task.slot->missing > 0)
                continue;
            lock.unlock(); // the slot is this worker's alone until it is ready
            finishBatch(*task.slot);
            lock.lock();
            task.slot->ready = true;
            m_batchDone.notify_one();
        }
    } catch (...) {
        const std::scoped_lock lock(m_mutex);
        m_failure = std::current_exception();
        m_batchDone.notify_one();
    }
}

bool BatchFeed::takeTask(Task& task, const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    const auto batchOpen = [&] {
        return m_startedBatches > 0 && m_startedRows < m_plan[m_startedBatches - 1].size();
    };
    m_roomChanged.wait(lock, stop, [&] {
        return batchOpen() || m_startedBatches == m_plan.size() ||
               m_startedBatches < m_returnedBatches + m_slots.size();
    });
    if (stop.stop_requested() || (!batchOpen() && m_startedBatches == m_plan.size()))
        return false;
    if (!batchOpen()) {
        startBatch(m_startedBatches);
        ++m_startedBatches;
        m_startedRows = 0;
    }
    const auto batch = m_startedBatches - 1;
    task = {&slotOf(batch), m_startedRows, m_plan[batch][m_startedRows]};
    ++m_startedRows;
    return true;
}

void BatchFeed::startBatch(std::size_t number)
{
    auto& slot = slotOf(number);
    const auto& positions = m_plan[number];
    slot.batch.positions.clear();
    for (const int position : positions)
        slot.batch.positions.push_back(pictureAt(position));
    slot.batch.labels.resize(positions.size());
    if (std::holds_alternative<TileMaker>(m_tile)) {
        slot.batch.inputs.resize(positions.size() * m_pictureValues);
    } else {
        slot.batch.holds = Batch::Holds::Tiles;
        slot.batch.tiles.resize(positions.size() * m_pictureValues);
        slot.batch.erased.assign(positions.size(), {});
        slot.batch.mix = {};
    }
    slot.batch.otherLabels.clear();
    slot.batch.share = 1;
    slot.readable.assign(positions.size(), 0);
    slot.number = number;
    slot.missing = positions.size();
    slot.ready = false;
}

void BatchFeed::fill(const Task& task)
{
    const int picture = pictureAt(task.position);
    const auto shrunk = m_source.load(picture);
    if (shrunk.empty())
        return;
    auto& batch = task.slot->batch;
    const auto offset = task.row * m_pictureValues;
    if (const auto* tile = std::get_if<TileMaker>(&m_tile))
        (*tile)(shrunk, task.position, batch.inputs.data() + offset);
    else
        batch.erased[task.row] =
            std::get<ByteTileMaker>(m_tile)(shrunk, task.position, batch.tiles.data() + offset)
                .value_or(cv::Rect());
    batch.labels[task.row] = m_source.pictures()[static_cast<std::size_t>(picture)].label;
    task.slot->readable[task.row] = 1;
}

/** Repeats of a picture in an epoch differ in their tile alone. */
int BatchFeed::pictureAt(int position) const
{
    return position % static_cast<int>(m_source.pictures().size());
}

Result<const Batch*> BatchFeed::next(const JobContext& context)
{
    // So often a wait for a slow picture looks whether the job was cancelled.
    constexpr std::chrono::milliseconds patience{50};
    const auto asked = std::chrono::steady_clock::now();

    std::unique_lock lock(m_mutex);
    if (m_returnedBatches < m_givenBatches) {
        ++m_returnedBatches;
        m_roomChanged.notify_all();
    }
    if (m_givenBatches == m_plan.size())
        return nullptr;
    auto& slot = slotOf(m_givenBatches);
    const auto ready = [&] { return m_failure || (m_startedBatches > m_givenBatches && slot.ready); };
    NAKAMA_CHECK(context.checkpoint());
    while (!m_batchDone.wait_for(lock, patience, ready))
        NAKAMA_CHECK(context.checkpoint());
    if (m_failure)
        std::rethrow_exception(m_failure);
    ++m_givenBatches;
    lock.unlock();
    m_waitedSeconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - asked).count();
    return &slot.batch;
}

void BatchFeed::finishBatch(Slot& slot) const
{
    dropUnreadable(slot);
    if (m_mix)
        mix(slot);
}

/** Each picture with the one before it, the first with the last. */
void BatchFeed::mix(Slot& slot) const
{
    auto& batch = slot.batch;
    const Mix mix = m_mix(slot.number);
    if (mix.kind == Mix::Kind::None || batch.size() < 2)
        return;
    if (batch.holds == Batch::Holds::Tiles)
        batch.mix = mix;
    else
        applyMix(mix, batch.inputs.data(), batch.size(), m_size);
    auto& others = batch.otherLabels = batch.labels;
    std::rotate(others.begin(), others.end() - 1, others.end());
    batch.share = mix.share;
}

void BatchFeed::dropUnreadable(Slot& slot)
{
    auto& batch = slot.batch;
    if (std::ranges::find(slot.readable, 0) == slot.readable.end())
        return;
    keepRows(batch.inputs, slot.readable);
    keepRows(batch.tiles, slot.readable);
    keepRows(batch.erased, slot.readable);
    keepRows(batch.labels, slot.readable);
    keepRows(batch.positions, slot.readable);
}

} // namespace nakama
