#pragma once

#include <c10/core/Stream.h>
#include <torch/torch.h>

#include <optional>

namespace nakama
{

/**
 * Copies to a device while it computes: a CUDA device has a stream of its own for them, and what is computed
 * with a copy waits for it there. To the processor nothing is copied.
 */
class CopyStream
{
public:
    explicit CopyStream(torch::Device device);

    /**
     * The tensor on the device, to be used by what the current stream computes from now on. Where the memory
     * is pinned the call does not wait: nothing may be written there before finish(). On the processor it is
     * the tensor that was given.
     */
    torch::Tensor copy(const torch::Tensor& here) const;
    /** Waits for all copies. */
    void finish() const;

private:
    torch::Device m_device;
    std::optional<c10::Stream> m_stream; ///< none for the processor
};

} // namespace nakama
