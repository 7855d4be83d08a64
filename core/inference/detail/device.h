#pragma once

#include "core/base/result.h"
#include "core/inference/inference.h"

#include <torch/torch.h>

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
};

/** auto (the first CUDA device, else the processor), cpu, cuda or cuda:N. Error: InvalidArgument with what
 * there is. */
Result<ChosenDevice> chooseDevice(const std::string& id);

/**
 * Lets LibTorch work with one thread a core on the calling thread. Without it, Debian's LibTorch uses a
 * single one. OpenMP keeps this number per thread, so every call into the engine does it.
 */
void useAllCores();

} // namespace nakama
