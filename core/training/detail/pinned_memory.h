#pragma once

#include <torch/torch.h>

#include <memory_resource>
#include <mutex>
#include <unordered_map>

namespace nakama
{

/** Memory that a CUDA device reads by itself, without a copy in between; LibTorch keeps freed blocks for
 * reuse.
 */
class PinnedMemory : public std::pmr::memory_resource
{
private:
    void* do_allocate(std::size_t bytes, std::size_t alignment) override;
    void do_deallocate(void* block, std::size_t bytes, std::size_t alignment) override;
    bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }

    std::mutex m_mutex; ///< loader threads allocate
    std::unordered_map<void*, torch::Tensor> m_blocks;
};

} // namespace nakama
