#include "core/training/detail/memory_watch.h"

#include "core/models/detail/torch_versions.h"

#include <c10/core/Allocator.h>

#include <algorithm>
#include <mutex>

namespace nakama
{

/** What LibTorch's allocators tell; backward passes of a GPU run on a thread of their own. */
class MemoryWatch::Reporter : public c10::MemoryReportingInfoBase
{
public:
    explicit Reporter(torch::Device device) : m_device(device) {}

    void reportMemoryUsage(void*, std::int64_t bytes, torch_versions::ReportedBytes,
                           torch_versions::ReportedBytes, c10::Device device) override
    {
        if (device.type() != m_device.type())
            return;
        const std::scoped_lock lock(m_mutex);
        m_taken += bytes; // negative where it is given back
        m_peak = std::max(m_peak, m_taken);
    }
    bool memoryProfilingEnabled() const override { return true; }

    std::uint64_t takePeak()
    {
        const std::scoped_lock lock(m_mutex);
        const auto peak = static_cast<std::uint64_t>(std::max<std::int64_t>(m_peak, 0));
        m_peak = m_taken;
        return peak;
    }

private:
    torch::Device m_device;
    std::mutex m_mutex;
    std::int64_t m_taken = 0;
    std::int64_t m_peak = 0;
};

MemoryWatch::MemoryWatch(torch::Device device)
    : m_reporter(std::make_shared<Reporter>(device)),
      m_guard(std::make_unique<c10::DebugInfoGuard>(c10::DebugInfoKind::PROFILER_STATE, m_reporter))
{
}

MemoryWatch::~MemoryWatch() = default;

std::uint64_t MemoryWatch::takePeak()
{
    return m_reporter->takePeak();
}

} // namespace nakama
