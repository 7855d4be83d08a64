#pragma once

#include "core/base/result.h"
#include "core/inference/inference.h"

#include <torch/torch.h>

#include <cstdint>
#include <string>
#include <vector>

namespace nakama
{

/** The processor first, then each CUDA device that this LibTorch can use. */
std::vector<DeviceInfo> availableDevices();

/** A device that was asked for. */
struct ChosenDevice
{
    torch::Device device{torch::kCPU};
    std::string title; ///< "cpu", or "cuda:0 (name)"
    bool computesBf16 = true;
    bool multipliesFastInBf16 = false; ///< has instructions for it, so that matrices take half the time
};

/** auto (the first CUDA device, else the processor), cpu, cuda or cuda:N. Error: InvalidArgument with what
 * there is. */
Result<ChosenDevice> chooseDevice(const std::string& id);

/** Bytes of a device that may still be taken; 0 if not told. */
std::uint64_t freeBytesOf(torch::Device device);
/** Bytes that this process holds of a device's memory, LibTorch's reserve of freed ones among them. */
std::uint64_t usedBytesOf(torch::Device device);

/**
 * Lets LibTorch work with one thread a core on the calling thread. Without it, Debian's LibTorch uses a
 * single one. OpenMP keeps this number per thread, so every call into the engine does it.
 */
void useAllCores();

} // namespace nakama
