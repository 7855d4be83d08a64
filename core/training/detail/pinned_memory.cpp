#include "core/training/detail/pinned_memory.h"

namespace nakama
{

void* PinnedMemory::do_allocate(std::size_t bytes, std::size_t)
{
    auto block = torch::empty({static_cast<std::int64_t>(bytes)},
                              torch::TensorOptions(torch::kByte).pinned_memory(true)); // aligned to pages
    const std::scoped_lock lock(m_mutex);
    void* const start = block.data_ptr();
    m_blocks.emplace(start, std::move(block));
    return start;
}

void PinnedMemory::do_deallocate(void* block, std::size_t, std::size_t)
{
    const std::scoped_lock lock(m_mutex);
    m_blocks.erase(block);
}

} // namespace nakama
