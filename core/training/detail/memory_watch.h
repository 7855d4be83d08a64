#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <memory>

namespace nakama
{

/**
 * While it lives, counts what LibTorch takes of a device's memory for this thread and its backward passes:
 * it asks the allocators themselves, so that it is exact on the processor too. Not counted is what oneDNN
 * takes past them for the time of one operation.
 */
class MemoryWatch
{
public:
    explicit MemoryWatch(torch::Device device);
    ~MemoryWatch();
    MemoryWatch(const MemoryWatch&) = delete;
    MemoryWatch& operator=(const MemoryWatch&) = delete;

    /** The most that was taken at once, beyond what was there at the beginning, since the last call. */
    std::uint64_t takePeak();

private:
    class Reporter;
    std::shared_ptr<Reporter> m_reporter;
    std::unique_ptr<c10::DebugInfoGuard> m_guard;
};

} // namespace nakama
