#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nakama
{

/** What the CUDA driver says of a device. */
struct CudaDevice
{
    std::string name;
    std::uint64_t memoryBytes = 0;
    std::uint64_t freeBytes = 0; ///< 0: not known
    int computeMajor = 0;        ///< of its compute capability
};

/**
 * The devices of the CUDA driver in its order (CUDA_VISIBLE_DEVICES counts), asked through libcuda.so.1 where
 * it is installed: LibTorch tells their number only, and needs CUDA's headers for more.
 */
std::vector<CudaDevice> cudaDriverDevices();

/** Whether it multiplies BF16 matrices by itself: from compute capability 8.0 on. */
bool cudaComputesBf16(int ordinal);

} // namespace nakama
