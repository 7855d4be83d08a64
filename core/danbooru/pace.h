#pragma once

#include "core/base/job.h"

#include <chrono>
#include <mutex>

namespace nakama
{

/** Error: Cancelled, within 50 ms. */
Result<void> waitFor(std::chrono::milliseconds pause, const JobContext& context);

/**
 * Keeps requests apart: from the start of one to the start of the next goes at least the interval, over all
 * threads that share it. A server that asks to wait is heard by all of them.
 */
class Pace
{
public:
    explicit Pace(std::chrono::milliseconds interval) : m_interval(interval) {}

    /** Waits for the caller's turn. Error: Cancelled, within 50 ms. */
    Result<void> waitForTurn(const JobContext& context);
    /** Nobody's turn comes before this time has passed. */
    void hold(std::chrono::milliseconds pause);

private:
    using Clock = std::chrono::steady_clock;

    std::mutex m_mutex;
    std::chrono::milliseconds m_interval;
    Clock::time_point m_next = Clock::now(); ///< the first turn that is free
};

} // namespace nakama
