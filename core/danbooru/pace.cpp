#include "core/danbooru/pace.h"

#include <algorithm>
#include <thread>

namespace nakama
{

using namespace std::chrono_literals;

Result<void> waitFor(std::chrono::milliseconds pause, const JobContext& context)
{
    const auto end = std::chrono::steady_clock::now() + pause;
    for (auto now = end - pause; now < end; now = std::chrono::steady_clock::now()) {
        NAKAMA_CHECK(context.checkpoint());
        std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(end - now, 50ms));
    }
    return context.checkpoint();
}

Result<void> Pace::waitForTurn(const JobContext& context)
{
    while (true) {
        NAKAMA_CHECK(context.checkpoint());
        Clock::duration pause;
        {
            // Taken only when it is there, so that a hold() meanwhile, or a cancelled waiter, counts.
            const std::lock_guard lock(m_mutex);
            const auto now = Clock::now();
            if (now >= m_next) {
                m_next = now + m_interval;
                return {};
            }
            pause = m_next - now;
        }
        std::this_thread::sleep_for(std::min<Clock::duration>(pause, 50ms));
    }
}

void Pace::hold(std::chrono::milliseconds pause)
{
    const std::lock_guard lock(m_mutex);
    m_next = std::max(m_next, Clock::now() + pause);
}

} // namespace nakama
