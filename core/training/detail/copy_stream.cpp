#include "core/training/detail/copy_stream.h"

#include <c10/core/Event.h>
#include <c10/core/StreamGuard.h>
#include <c10/core/impl/VirtualGuardImpl.h>

namespace nakama
{

CopyStream::CopyStream(torch::Device device) : m_device(device)
{
    if (!device.is_cpu())
        m_stream = c10::impl::VirtualGuardImpl(device.type()).getStreamFromGlobalPool(device);
}

torch::Tensor CopyStream::copy(const torch::Tensor& here) const
{
    if (!m_stream)
        return here.to(m_device);
    torch::Tensor there;
    {
        const c10::StreamGuard guard(*m_stream);
        there = here.to(m_device, /*non_blocking=*/true);
    }
    const auto computing = c10::impl::VirtualGuardImpl(m_device.type()).getStream(m_device);
    c10::Event arrived(m_device.type());
    arrived.record(*m_stream);
    arrived.block(computing);
    // LibTorch gives memory back to the stream that took it, which knows nothing of what is computed with it.
    there.record_stream(computing);
    return there;
}

void CopyStream::finish() const
{
    if (m_stream)
        m_stream->synchronize();
}

} // namespace nakama
